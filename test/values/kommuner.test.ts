import { describe, expect, test } from 'vitest';
import { likeKommuner, unknownKommuner } from '../../data-loaders/extracts/values/kommuner.ts';
import { swedishKommuner } from '../../data-loaders/profile/kommuner.ts';
import { assertAcceptable } from '../../data-loaders/report.ts';
import { csv, messageOf, stage } from '../load/helpers.ts';

/** What the texts in kommun (and kommunkod) mean: `kod`, with `!` when a code won over another name. */
async function read(texts: (string | [kod: string, namn: string])[]) {
  const lines = texts.map((text, index) => {
    const [kod, namn] = typeof text === 'string' ? ['', text] : text;
    return `V${index};"${kod}";"${namn}";SUS;2024-01-01`;
  });
  const { rows } = await stage({
    'utskrivningar.csv': csv('vardtillfalle_id;kommunkod;kommun;vardgivare;inskrivning', ...lines),
  });
  const found = await rows(
    `select rad, kommun, kommun_skiljer as skiljer from las_stay('stay_rad') order by rad`,
  );
  return found.map(({ kommun, skiljer }) => (kommun === null ? null : `${kommun}${skiljer ? '!' : ''}`));
}

describe('kommun', () => {
  test('by name, code or both, in either column', async () => {
    const texts: [string | [string, string], string | null][] = [
      ['Lund', '1281'],
      ['LUND', '1281'],
      ['Lunds', '1281'],
      ['Lunds kommun', '1281'],
      ['Lunds\u00a0kommun\u00a0', '1281'],
      ['Lu\u200bnd', '1281'],
      ['lund kommun', '1281'],
      ['Malmö stad', '1280'],
      ['malmo', '1280'],
      ['Malmo\u0308', '1280'],
      ['Stockholms stad', '0180'],
      ['Upplands\u202fVäsby', '0114'],
      ['Region Gotland', '0980'],
      ['Gotlands kommun', '0980'],
      ['Hofors', '2104'],
      ['Hofors kommun', '2104'],
      ['HÅBO', '0305'],
      ['Håbos kommun', '0305'],
      ['Habos kommun', '0643'],
      ['1281', '1281'],
      ['0180', '0180'],
      ['180', '0180'],
      ['180.0', '0180'],
      ['1281,0', '1281'],
      ['1281 Lund', '1281'],
      ['180 Stockholm', '0180'],
      ['1281 - Lunds kommun', '1281'],
      ['1281: Lund', '1281'],
      ['Lund (1281)', '1281'],
      ['Lunds kommun, 1281', '1281'],
      ['Upplands Väsby (0114)', '0114'],
      ['1281 Malmö', '1281!'],
      [['1281', 'Lund'], '1281'],
      [['1281', 'Malmö'], '1281!'],
      [['Lund', ''], '1281'],
      [['1281 Malmö', ''], '1281!'],
      [['', '1281'], '1281'],
      [['9999', 'Lund'], '1281'],
      ['1281 Lundd', null],
      ['9999 Lund', null],
      ['1281 1280', null],
      ['12', null],
      ['12810', null],
      ['kommun', null],
      ['Ha-bo', null],
      ['Skåne', null],
      [['Skåne', ''], null],
      ['-', null],
    ];
    const found = await read(texts.map(([text]) => text));
    expect(texts.map(([text], index) => [text, found[index]])).toEqual(texts);
  });

  test('every kommun in every form', async () => {
    const kommuner = swedishKommuner();
    const genitive = (name: string) => (/[sxz]$/.test(name) ? name : `${name}s`);
    const forms = kommuner.flatMap(({ kod, namn }) => [
      namn,
      namn.toUpperCase(),
      `${genitive(namn)} kommun`,
      kod,
      String(Number(kod)),
      `${kod} ${namn}`,
      `${namn} (${kod})`,
    ]);
    const found = await read(forms);
    const wrong = forms.filter((_, index) => found[index] !== kommuner[Math.floor(index / 7)]!.kod);
    expect(wrong).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['Helsingbrog', ['Helsingborg']],
    ['Lundd', ['Lund']],
    ['Lnud', ['Lund']],
    ['Mamlö', ['Malmö']],
    ['Helsingborgss kommun', ['Helsingborg']],
    ['Ha-bo', ['Håbo', 'Habo']],
    ['Lundberg', []],
    ['Skåne', []],
    ['Anna Andersson', []],
    ['191212121212', []],
    ['<script>', []],
  ])('%s is like %j', (text, wanted) => {
    expect(likeKommuner(text)).toEqual(wanted);
  });

  test('every wrong kommun is told with its rows; what may be anything is only counted', async () => {
    const texts = [
      'Lundd',
      'Lundd',
      'Mamlö',
      'Mamlö',
      'Mamlö',
      'Anna Andersson',
      '191212121213',
      '9999',
      'Ha-bo',
    ];
    const lines = texts.map((text, index) => `V${index};${text};SUS;2024-01-01`);
    const { connection, report, profile } = await stage({
      'utskrivningar.csv': csv(
        'vardtillfalle_id;kommun;vardgivare;inskrivning',
        ...lines,
        'W;Lund;SUS;2024-01-01',
      ),
    });
    expect(await unknownKommuner(connection)).toEqual({
      visas: [
        { text: 'Mamlö', rader: 3, forslag: ['Malmö'] },
        { text: 'Lundd', rader: 2, forslag: ['Lund'] },
        { text: '9999', rader: 1, forslag: [] },
        { text: 'Ha-bo', rader: 1, forslag: ['Håbo', 'Habo'] },
      ],
      andra: { texter: 2, rader: 2 },
    });
    expect(await messageOf(() => assertAcceptable(connection, report, profile))).toBe(
      [
        '9 av 10 rader i utskrivningar.csv (90\u00a0%) kan inte användas; gränsen är 5\u00a0% (max_avvisade_andel i profilen).',
        '  9 rader: kommunen är okänd (kolumnen kommun i utskrivningar.csv rad 2, 3, 4, 5, 6 …). Skriv kommunens namn (Lund, Lunds kommun) eller dess kod (1281).',
        '    "Mamlö" (3 rader): menade du Malmö?',
        '    "Lundd" (2 rader): menade du Lund?',
        '    "9999" (1 rad): ingen kommun har den koden.',
        '    "Ha-bo" (1 rad): menade du Håbo eller Habo?',
        '    2 andra texter (2 rader)',
        'Rätta utdraget och försök igen. Alla avvisade rader med skäl står i mappen .warehouse/karantan.',
      ].join('\n'),
    );
  });
});
