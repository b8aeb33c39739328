import { HtmlValidate } from 'html-validate';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import {
  comparisonChart,
  comparisonTable,
  dataTable,
  figure,
  heatMatrix,
  holidayTable,
  keyFigure,
  leadParagraph,
  monthTable,
  sameHolidayDays,
  smallMultiples,
  trendChart,
} from '../../src/components/index.ts';
import { ater, hidden, medel, missing, months, row, situationOf, verdict } from './rows.ts';

const cells = (html: string) => [...new JSDOM(html).window.document.querySelectorAll('[data-cell]')];
const shown = (html: string) =>
  cells(html).map((cell) => [
    cell.getAttribute('data-cell'),
    cell.getAttribute('data-falt'),
    cell.textContent,
  ]);
const days = ['1', '2', '3', '4', '5', '6', '7'];
const matrix = (over: (key: string) => object = () => ({})) =>
  days.flatMap((ready) =>
    days.map((out) =>
      row({
        indikator: 'veckodag_matris',
        kategori: `${ready}-${out}`,
        taljare: ready === out ? 60 : 5,
        ...over(`${ready}-${out}`),
      }),
    ),
  );
const sums = (indikator: string) => days.map((kategori) => row({ indikator, kategori, taljare: 100 }));
const heat = (matris = matrix()) =>
  heatMatrix({
    id: 'm',
    caption: 'Matris',
    matris,
    klar: sums('veckodag_utskrivningsklar'),
    ut: sums('veckodag_utskrivning'),
    medel: sums('medeldagar_veckodag'),
    medelAlla: row(),
    troskel: 5,
  });
const holiday = (dates: string[]) =>
  [...dates, 'senare', 'kvar'].map((kategori) =>
    row({ indikator: 'helgtabell', periodtyp: 'helg', period: dates[1]!, kategori, taljare: 6, namnare: 15 }),
  );
const midsummer = ['2023-06-22', '2023-06-23', '2023-06-24', '2023-06-25', '2023-06-26'];

describe('cells', () => {
  const table = (celler: Parameters<typeof dataTable>[0]['rader'][0]['celler']) =>
    dataTable({
      id: 't',
      caption: 'Fall',
      radrubrik: 'Enhet',
      kolumner: celler.map(() => ({ rubrik: 'x' })),
      rader: [{ rubrik: '<i>Eslöv</i>', celler }],
      troskel: 5,
    });

  it('each says which published figure it shows', () => {
    expect(
      shown(
        table([
          { rad: row(), decimaler: 2 },
          { rad: row(), falt: 'taljare' },
        ]),
      ),
    ).toEqual([
      ['medeldagar_alla|kommun|1285|manad|2026-10-01|alla|alla', null, '0,56'],
      ['medeldagar_alla|kommun|1285|manad|2026-10-01|alla|alla', 'taljare', '29'],
    ]);
  });

  it('hidden, missing and not final have their words, explained only where they occur', () => {
    const html = table([
      { rad: row(hidden) },
      { rad: row(missing) },
      { rad: row({ slutlig: 0 }), decimaler: 2 },
    ]);
    expect(cells(html).map((cell) => [cell.className, cell.textContent])).toEqual([
      ['skyddad', 'skyddad'],
      ['saknas', 'saknas'],
      ['ejslutlig', '0,56'],
    ]);
    expect(html).toContain(
      '<strong><a href="/skydd">skyddad</a></strong>: siffran bygger på 1–4 fall, eller skulle göra det möjligt att räkna fram en sådan siffra.',
    );
    expect(html).toContain('<strong>saknas</strong>: inga uppgifter.');
    expect(html).toContain('<em>kursiv</em>: ej slutlig');
    expect(table([{ rad: row() }])).not.toContain('forklaring');
    expect(html).toContain('&lt;i&gt;Eslöv&lt;/i&gt;');
  });

  it('missing says why where the row tells, and explains no more than occurs', () => {
    const none = row({ ...missing, taljare: 0, namnare: 0, antal: 0 });
    const html = table([{ rad: none }, { rad: row({ ...missing, indikator: 'vantedagar_p90' }) }]);
    expect(cells(html).map((cell) => cell.textContent)).toEqual([
      'saknas (inga fall)',
      'saknas (för få fall)',
    ]);
    expect(html).toContain(
      'saknas</strong>: inga fall som siffran räknar, eller för få fall (medianen kräver minst 10 och 90:e percentilen minst 50).',
    );
    expect(table([{ rad: none, falt: 'antal' }])).toContain('>0</td>');
  });

  it('a comparison figure is never a cell of ours', () => {
    const rad = {
      indikator: 'aterinlaggning',
      niva: 'vårdstyrelse',
      enhet: 'KSD',
      periodtyp: 'manad',
      period: '2023-01-01',
      varde: 12.3,
      antal: 8,
      kalla: 'x',
      status: 'visas',
    } as const;
    const html = table([{ jamforelse: rad }, { jamforelse: { ...rad, varde: null, status: 'saknas' } }]);
    expect(cells(html)).toHaveLength(0);
    expect(html).toContain('data-jamforelse="aterinlaggning|vårdstyrelse|KSD|manad|2023-01-01">12,3</td>');
    expect(html).toContain('class="saknas">saknas</td>');
  });
});

describe('ready tables', () => {
  it('can leave out rows and columns without a figure, and names them', () => {
    const shown = months([1, null]).rader;
    const table = (rader: (typeof shown)[number][]) =>
      monthTable({
        id: 'm',
        caption: 'Eslöv per månad',
        troskel: 5,
        korta: true,
        kolumner: [
          { indikator: medel, rader },
          { indikator: ater, rader: rader.map((rad) => ({ ...rad, ...hidden })) },
        ],
      });
    const some = table(shown);
    expect([...some.matchAll(/<th scope="row">([^<]*)/g)].map(([, name]) => name)).toEqual([
      'september 2026',
    ]);
    expect(some).toContain('Utan rad, för att ingen siffra kan visas: oktober 2026.');
    expect(some).toContain('Utan kolumn, för att ingen siffra kan visas: Återinskrivna inom 30 dagar.');
    const none = table(months([null, null]).rader);
    expect(none).not.toContain('<table');
    expect(none).toMatch(/Eslöv per månad: ingen siffra kan visas\. <strong>.*skyddad.*<\/strong>: /);
  });

  it('other periods than months by their names', () => {
    const rader = [row({ periodtyp: 'halvar', period: '2026-01-01' })];
    const html = monthTable({ id: 'm', caption: 'x', troskel: 5, kolumner: [{ indikator: medel, rader }] });
    expect(html).toContain('<th scope="row">första halvåret 2026</th>');
  });

  it('months newest first, one column per indicator and field', () => {
    const { rader } = months([1.2, null, 0.557692]);
    const html = monthTable({
      id: 't',
      caption: 'Alla',
      troskel: 5,
      antal: 2,
      kolumner: [
        { indikator: medel, rader },
        { indikator: medel, rader, falt: 'namnare', rubrik: 'Fall' },
      ],
    });
    expect(shown(html).map(([, field, text]) => [field, text])).toEqual([
      [null, '0,56'],
      ['namnare', '52'],
      [null, 'skyddad'],
      ['namnare', 'skyddad'],
    ]);
    expect(html).toContain('<th scope="row">oktober 2026</th>');
  });

  it('comparison: both ends of the interval are cells; no interval is a dash', () => {
    const html = comparisonTable({
      id: 't',
      caption: 'x',
      troskel: 5,
      indikator: medel,
      rader: [row(), row({ enhet_id: '2', varde: 9, nedre: null, ovre: null })],
      referens: row({ enhet: 'Skåne', niva: 'region' }),
    });
    expect(
      shown(html)
        .filter(([, field]) => field === 'nedre' || field === 'ovre')
        .map(([, , text]) => text),
    ).toEqual(['0,40', '0,70', '0,40', '0,70']);
    expect(html).toContain('<td>–</td>');
    expect(html.indexOf('Skåne')).toBeGreaterThan(html.lastIndexOf('Eslöv'));
  });

  it('matrix: counts, sums and mean, frame on the same day, colour only where cell and row sum are shown', () => {
    const html = heat(matrix((key) => (key === '1-2' ? hidden : {})));
    expect(cells(html)).toHaveLength(7 * 9 + 9);
    expect(html).toMatch(/veckodag_matris[^"]*\|1-1" data-falt="taljare" class="v5 samma">60</);
    expect(html).toMatch(/veckodag_matris[^"]*\|1-2" data-falt="taljare" class="skyddad"/);
    expect(html).toMatch(/veckodag_utskrivningsklar[^"]*\|1" data-falt="taljare" class="fet">100</);
    const noSum = heatMatrix({
      id: 'm',
      caption: 'x',
      matris: matrix(),
      klar: days.map((kategori) => row({ kategori, ...hidden })),
      ut: [],
      medel: [],
      troskel: 5,
    });
    expect(noSum).not.toMatch(/class="v\d/);
  });

  it('helgtabell: a column per day with its role, later, still in, all', () => {
    const html = holidayTable({
      id: 'h',
      caption: 'Midsommar',
      troskel: 5,
      rader: [{ rubrik: 'Eslöv', rader: holiday(midsummer) }],
    });
    expect(html.match(/<th scope="col"/g)).toHaveLength(9);
    expect(html).toContain('tors 22\u00a0juni<br><span class="enhet">dagen före');
    expect(html).toContain('mån 26\u00a0juni<br><span class="enhet">första vardagen');
    expect(shown(html).at(-1)).toEqual([expect.stringContaining('helgtabell|'), 'namnare', '15']);
  });

  it('helgtabell: years with the same weekdays stand together, others do not', () => {
    const next = ['2024-06-20', '2024-06-21', '2024-06-22', '2024-06-23', '2024-06-24'];
    const christmas = ['2023-12-22', '2023-12-23', '2023-12-24', '2023-12-25', '2023-12-26', '2023-12-27'];
    expect(sameHolidayDays(holiday(midsummer), holiday(next))).toBe(true);
    const rader = [{ rubrik: '2023', rader: holiday(midsummer) }];
    expect(
      holidayTable({
        id: 'h',
        caption: 'x',
        troskel: 5,
        rader: [...rader, { rubrik: '2024', rader: holiday(next) }],
      }),
    ).not.toContain('22\u00a0juni');
    expect(() =>
      holidayTable({
        id: 'h',
        caption: 'x',
        troskel: 5,
        rader: [...rader, { rubrik: 'jul', rader: holiday(christmas) }],
      }),
    ).toThrow('mixed storhelger');
  });
});

describe('key figure', () => {
  it('number, unit, what it stands on, each tied to its cell, and the link says of what', () => {
    const html = keyFigure({ ...situationOf(), id: 'k', href: '/definitioner#medeldagar_alla' });
    expect(shown(html).map(([, field, text]) => [field, text])).toEqual([
      [null, '0,56'],
      ['taljare', '29'],
      ['namnare', '52'],
    ]);
    expect(html).toContain('Så är siffran räknad<span class="dold">: Medeldagar</span>');
  });
  it('a hidden month shows the word and no number at all', () => {
    const html = keyFigure({
      ...situationOf(months([0.9, null])),
      diagram: verdict({ senaste_period: '2026-09-01' }),
      id: 'k',
      href: '#',
    });
    expect(shown(html).map(([, , text]) => text)).toEqual(['skyddad']);
    expect(html.replace(/<svg[\s\S]*?<\/svg>/g, '')).not.toMatch(/0,9|1,00|29/);
  });
});

it('everything is valid HTML', async () => {
  const lage = situationOf();
  const body = [
    '<h1>Eslöv</h1>',
    leadParagraph([lage]),
    `${keyFigure({ ...lage, id: 'k', href: '#k' })}`,
    figure({
      id: 'f',
      titel: 'Titel',
      undertitel: 'Mått',
      innehall: trendChart({ ...lage, id: 'd', titel: 'x' }),
      noter: [{ rubrik: 'Not', text: 'Text' }],
    }),
    comparisonChart({ id: 'c', titel: 'x', indikator: medel, rader: [row()], referens: null }),
    smallMultiples({ id: 's', delar: [{ ...lage, enhet: 'Eslöv' }] }),
    heat(matrix((key) => (key === '3-2' ? hidden : {}))),
    holidayTable({
      id: 'h',
      caption: 'Helg',
      troskel: 5,
      rader: [{ rubrik: 'Eslöv', rader: holiday(midsummer) }],
    }),
    comparisonTable({
      id: 't',
      caption: 'Kommuner',
      troskel: 5,
      indikator: medel,
      rader: [row(), row({ ...hidden, enhet_id: '2' })],
    }),
  ].join('');
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'long-title': 'off', 'prefer-native-element': 'off' },
  });
  const report = await validator.validateString(
    `<!DOCTYPE html><html lang="sv"><head><title>Eslöv</title></head><body><main>${body}</main></body></html>`,
  );
  expect(
    report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ).toEqual([]);
});
