import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headingScore, likelySlips, matchHeadings } from '../../data-loaders/extracts/headings.ts';
import { CANONICAL_COLUMNS, headingMap, KINDS, SLAG } from '../../data-loaders/extracts/kinds.ts';
import { readHeadingSets } from '../../data-loaders/extracts/values/rubriker.ts';
import { fold } from '../../data-loaders/profile/fold.ts';
import { profileNames } from '../../data-loaders/profile/read.ts';
import { folderWith, messageOf, written } from '../load/helpers.ts';

/** Heading → column, of headings in utskrivningar* beside those it must have. */
function read(headings: string[], kolumner: Record<string, string[]> = {}) {
  const all = ['vardtillfalle_id', ...headings];
  const columns = matchHeadings('utskrivningar.csv', 'utskrivningar', all, kolumner);
  return columns.slice(1).map(({ kolumn }) => kolumn);
}

describe('the sets of profiles/rubriker.yaml', () => {
  const sets = readHeadingSets(CANONICAL_COLUMNS);

  test('one for each system, none of them confirmed', () => {
    expect(sets.map(({ id }) => id)).toEqual([
      'allmanna',
      'mina_planer',
      'prator',
      'lifecare',
      'samsa',
      'cosmic',
    ]);
    expect(sets.filter(({ bekraftad }) => bekraftad)).toEqual([]);
    expect(profileNames()).not.toContain('rubriker');
  });

  test('every heading resolves to its column in each kind that has the column, and in no other', () => {
    let resolved = 0;
    for (const slag of SLAG) {
      const map = headingMap(slag, {});
      for (const { kolumner } of sets) {
        for (const [column, headings] of Object.entries(kolumner)) {
          for (const heading of headings) {
            const wanted = KINDS[slag].columns.includes(column) ? column : undefined;
            expect([slag, heading, map.get(fold(heading))]).toEqual([slag, heading, wanted]);
            if (wanted) resolved++;
          }
        }
      }
    }
    expect(resolved).toBeGreaterThan(300);
  });

  const fault = async (yaml: string) => {
    const folder = folderWith({});
    const path = join(folder, 'rubriker.yaml');
    writeFileSync(path, yaml);
    return await messageOf(() => readHeadingSets(CANONICAL_COLUMNS, path));
  };
  const set = (id: string, ...lines: string[]) =>
    [
      `${id}:`,
      `  namn: ${id}`,
      '  bekraftad: false',
      '  kolumner:',
      ...lines.map((line) => `    ${line}`),
      '',
    ].join('\n');

  test.each<[string, string, string]>([
    [
      'a heading of two columns in one set',
      set('a', 'kommun: [Ort]', 'klinik: [Klin, ORT]'),
      '(rubriker.yaml rad 6): rubriken "ORT" pekar på klinik men också på kommun (rubriker.yaml rad 5).',
    ],
    [
      'a heading of two columns in two sets',
      set('a', 'kommun: [Ort]') + set('b', 'sjukhus: [ort]'),
      '(rubriker.yaml rad 10): rubriken "ort" pekar på sjukhus men också på kommun (rubriker.yaml rad 5).',
    ],
    [
      "another column's own name",
      set('a', 'kommun: [Klinik]'),
      '(rubriker.yaml rad 5): rubriken "Klinik" pekar på kommun men också på klinik (kolumnens eget namn).',
    ],
    [
      'the same heading twice in a set',
      set('a', 'kommun: [Ort, ort]'),
      '(rubriker.yaml rad 5): rubriken "ort" står två gånger i a; ta bort den ena.',
    ],
    [
      'the same column twice in a set',
      set('a', 'kommun: [Ort]', 'kommun: [By]'),
      '(rubriker.yaml rad 6): samma nyckel står två gånger; ta bort den ena.',
    ],
    [
      'an unknown column',
      set('a', 'komun: [Ort]'),
      '(rubriker.yaml rad 5): "komun" är ingen kolumn programmet känner till; menade du kommun?',
    ],
    [
      'no list',
      set('a', 'kommun: Ort'),
      '(rubriker.yaml rad 5): varje uppsättning ska ha namn, bekraftad (true eller false) och kolumner med listor av rubriker.',
    ],
    [
      'not YAML',
      'a: [',
      '(rubriker.yaml rad 1): raden följer inte YAML; kontrollera kolon, indrag och citattecken.',
    ],
  ])('%s', async (_, yaml, message) => {
    expect(await fault(yaml)).toBe(`Rubrikfilen har fel ${message}`);
  });
});

describe('headings', () => {
  test('units in brackets, marks before them and blanks do not matter; what changes the meaning does', () => {
    expect(
      read([
        '\ufeffVårdgivare (namn)',
        'Inskrivning\u00a0(ÅÅÅÅ-MM-DD hh:mm)',
        '\u200bKommun (kod)',
        'Utskrivning [datum]',
        'Oplanerad (ja/nej)',
        'Utskriven till (planerad)',
        'Klinik (gammal)',
        'Födelseår (åååå)',
      ]),
    ).toEqual([
      'vardgivare',
      'inskrivning',
      'kommunkod',
      'utskrivning',
      'oplanerad',
      null,
      null,
      'fodelsear',
    ]);
  });

  test('of two headings for a column the profile chooses; a system gives way to the general ones', () => {
    expect(
      read(['Vårdgivare', 'Inskrivning', 'Inskrivningsdatum'], { inskrivning: ['inskrivningsdatum'] }),
    ).toEqual(['vardgivare', null, 'inskrivning']);
    expect(read(['Förvaltning', 'Vårdgivare', 'Inskrivning'])).toEqual([null, 'vardgivare', 'inskrivning']);
    expect(read(['Förvaltning', 'Inskriven datum'])).toEqual(['vardgivare', 'inskrivning']);
  });

  test('two of a system: which, nobody has said', async () => {
    expect(await messageOf(() => read(['Vårdgivare', 'Inskriven datum', 'Inskriven tidpunkt']))).toBe(
      'Kolumnen inskrivning finns två gånger i utskrivningar.csv: rubrikerna "Inskriven datum" (kolumn 3) och ' +
        '"Inskriven tidpunkt" (kolumn 4). Ta bort den ena, eller skriv den rätta under kolumner i profilen.',
    );
  });

  test('a missing column: the nearest heading, also when it is like another heading of the column', async () => {
    expect(await messageOf(() => read(['Vårdgivare', 'Inskrivningsdatm']))).toContain(
      'Närmast är "Inskrivningsdatm"',
    );
    expect(await messageOf(() => read(['Inskrivning', 'Vårdstyrels']))).toContain('Närmast är "Vårdstyrels"');
  });

  test('slips are told from headings that mean something else', () => {
    const unknown = ['Utskrvningsdatum', 'Fodelsår', 'Inskrivningsdatm', 'Kön', 'Anteckning', ''];
    expect(likelySlips('utskrivningar', unknown, ['vardtillfalle_id', 'vardgivare', 'inskrivning'])).toEqual([
      { rubrik: 'Utskrvningsdatum', kolumn: 'utskrivning' },
      { rubrik: 'Fodelsår', kolumn: 'fodelsear' },
    ]);
  });

  test('the heading row is the one with most headings', () => {
    const score = headingScore('utskrivningsklar', { behov: ['Kategori'] });
    expect(score(['Utskrivningsklara patienter, uttag 2024-01-01'])).toBe(0);
    expect(score(['Hemkommun', 'Utskrivningsklar (datum)', 'Kategori', 'Klinik', ''])).toBe(3);
    expect(score(['Lund', '2024-01-01', 'x', 'SUS', ''])).toBe(0);
  });

  test('a heading of the profile means one column, and not the name of another', async () => {
    const base = 'namn: M\nutgar_fran: skane\n';
    expect(await messageOf(() => written(`${base}kolumner: {kommun: [Ort], klinik: [ort, Sjukhus]}\n`))).toBe(
      'Profilen har fel (min.yaml).\n' +
        '  kolumner: rubriken "ort" pekar på både kommun och klinik\n' +
        '  kolumner: rubriken "Sjukhus" pekar på både sjukhus och klinik',
    );
  });
});
