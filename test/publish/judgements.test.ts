import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JUDGEMENT_FILES } from '../../data-loaders/publish/judgements.ts';
import { extractsOf, type Publication, publication, type Row } from './publication.ts';

const KOMMUNER = ['Lund', 'Eslöv', 'Kävlinge', 'Malmö', 'Helsingborg'];

/** Cases of five kommuner over 14 months: how many and how long follow from their numbers, some months with too few to show. */
function extracts(): string {
  const stays = ['vardtillfalle_id;kommun;vardgivare;vardform;inskrivning;utskrivning;oplanerad;fodelsear'];
  const notices = ['vardtillfalle_id;kommun;utskrivningsklar;underrattelse;inskrivningsmeddelande'];
  const day = (month: number, add: number) =>
    new Date(Date.UTC(2023, month, 3 + add)).toISOString().slice(0, 10);
  for (let month = 0; month < 14; month++)
    for (const [place, kommun] of KOMMUNER.entries()) {
      const cases = month === 5 && place < 2 ? 3 : 30 + ((7 * month + 5 * place) % 11);
      for (let i = 0; i < cases; i++) {
        const wait = i % 3 === 0 ? 0 : (i * (place + 2) + month) % (place === 1 ? 14 : 6);
        const id = `${month}-${place}-${i}`;
        stays.push(`${id};${kommun};SUS;somatik;${day(month, -2)} 10:00;${day(month, wait)} 12:00;ja;1940`);
        const clock = i % 4 === 0 ? '' : i % 4 === 1 ? ' 15:00' : ' 09:00';
        notices.push(`${id};${kommun};${day(month, 0)} 08:00;${day(month, 0)}${clock};${day(month, -2)}`);
      }
    }
  return extractsOf({
    'utskrivningar.csv': `${stays.join('\n')}\n`,
    'utskrivningsklar.csv': `${notices.join('\n')}\n`,
  });
}

/** Everything shown, and the same extracts with what a threshold of 5 hides. */
let built: Publication;
let guarded: Publication;
beforeAll(async () => {
  const folder = extracts();
  built = await publication(folder, 1);
  guarded = await publication(folder, 5);
}, 300_000);
afterAll(() => {
  built.remove();
  guarded.remove();
});

const key = (row: Row, ...columns: string[]) => columns.map((column) => row[column]).join('|');
const byKey = (id: string, ...columns: string[]) =>
  new Map(built.rows(id).map((row) => [key(row, ...columns), row]));
function grouped(rows: Row[], ...columns: string[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows)
    groups.set(key(row, ...columns), [...(groups.get(key(row, ...columns)) ?? []), row]);
  return groups;
}
const cents = (text: string | undefined) => Math.round(100 * Number(text));

describe('judgements on published cells', () => {
  it('a month’s cases and days are those published', () => {
    const cells = byKey('medeldagar_alla', 'niva', 'enhet_id', 'periodtyp', 'period', 'grupp', 'kategori');
    let seen = 0;
    for (const row of built.rows('betalning').filter(({ egen, grupp }) => egen === '1' && grupp === 'alla')) {
      const cell = cells.get(`kommun|${row.enhet_id}|manad|${row.period}|alla|alla`)!;
      if (cell.status !== 'visas') continue;
      seen++;
      expect([row.fall, row.dagar, row.medel]).toEqual([cell.namnare, cell.taljare, cell.varde]);
      expect(Number(row.overskjutande)).toBe(Math.max(0, Number(cell.taljare) - 3 * Number(cell.namnare)));
    }
    // The last month is not over: not judged.
    expect(seen).toBe(5 * 13);
  });

  it('a month that is hidden has no number and no state', () => {
    const hidden = guarded
      .rows('medeldagar_alla')
      .filter(
        ({ niva, periodtyp, grupp, status }) =>
          [niva, periodtyp, grupp, status].join() === 'kommun,manad,alla,skyddad',
      );
    const rows = new Map(
      guarded.rows('betalning').map((row) => [key(row, 'modell', 'enhet_id', 'period', 'grupp'), row]),
    );
    const final = hidden.filter(({ slutlig }) => slutlig === '1');
    expect(final.length).toBeGreaterThan(1);
    for (const { enhet_id, period } of final)
      for (const modell of ['sormland', 'jonkoping', 'stockholm'])
        expect(rows.get(`${modell}|${enhet_id}|${period}|alla`)).toMatchObject({
          ...{ fall: '', dagar: '', medel: '', overskjutande: '', belopp: '' },
          tillstand: 'gar_inte_att_visa',
        });
  });

  it('no number of any file stands where its status says hidden', () => {
    const numbers = {
      betalning: ['fall', 'dagar', 'medel', 'overskjutande', 'overskjutande_ovre', 'belopp', 'belopp_ovre'],
      bro: ['varde', 'varde_ovre', 'andring', 'fall', 'dagar'],
    };
    for (const [file, columns] of Object.entries(numbers)) {
      const without = guarded.rows(file).filter(({ status }) => status === 'skyddad');
      expect(without.length, file).toBeGreaterThan(0);
      for (const row of without)
        for (const column of columns) expect(row[column], `${file} ${column}`).toBe('');
    }
    const hidden = guarded.rows('andel_utskrivningsklardagen').filter(({ status }) => status === 'skyddad');
    const place = ['indikator', 'niva', 'enhet_id', 'periodtyp', 'period'];
    const funnel = grouped(guarded.rows('tratt'), ...place);
    expect([hidden.length > 0, funnel.size > 0]).toEqual([true, true]);
    expect(hidden.filter((row) => row.grupp === 'alla' && funnel.has(key(row, ...place)))).toEqual([]);
  });

  it('the bridge begins in SKR’s mean, ends in the model’s, and its steps add up exactly', () => {
    const skr = byKey('medeldagar_skr', 'niva', 'enhet_id', 'periodtyp', 'period', 'grupp');
    const alla = byKey('medeldagar_alla', 'niva', 'enhet_id', 'periodtyp', 'period', 'grupp');
    const bridges = grouped(built.rows('bro'), 'niva', 'enhet_id', 'periodtyp', 'period');
    let shown = 0;
    for (const [place, rows] of bridges) {
      expect(rows.map(({ steg }) => steg)).toEqual([
        'skr',
        'nolldagar',
        'individuella',
        'klockslag',
        'modell',
      ]);
      if (rows.some(({ status }) => status !== 'visas')) continue;
      shown++;
      const [start, ...rest] = rows;
      const end = rest.at(-1)!;
      const changes = rest.slice(0, -1).reduce((sum, { andring }) => sum + cents(andring), 0);
      expect(cents(start!.varde) + changes, place).toBe(cents(end.varde));
      expect(changes, place).toBe(cents(end.andring));
      expect(Number(start!.varde), place).toBeCloseTo(Number(skr.get(`${place}|alla`)!.varde), 1);
      expect(Math.abs(Number(end.varde) - Number(alla.get(`${place}|alla`)!.varde))).toBeLessThanOrEqual(
        0.005001,
      );
    }
    expect(shown).toBeGreaterThan(20);
  });

  it('the act’s bounds are the published days: a day less for each case without a clock', () => {
    const days = grouped(
      built.rows('betalningsdagar').filter(({ niva, periodtyp }) => niva === 'kommun' && periodtyp === 'ar'),
      'enhet_id',
      'period',
    );
    const years = built.rows('betalning_ar').filter(({ modell }) => modell === 'lus');
    let uncertain = 0;
    for (const row of years) {
      const cells = days.get(`${row.enhet_id}|${row.period}`)!;
      if (cells.some(({ status }) => status === 'skyddad')) {
        expect([row.betalas, row.betalas_ovre, row.belopp]).toEqual(['', '', '']);
        continue;
      }
      const most = cells.reduce((sum, { taljare }) => sum + Number(taljare), 0);
      const undated = Number(cells.find(({ kategori }) => kategori === 'datum')!.antal);
      expect([Number(row.betalas), Number(row.betalas_ovre)]).toEqual([most - undated, most]);
      if (undated > 0) uncertain++;
    }
    expect(years.length).toBeGreaterThan(0);
    expect(uncertain).toBeGreaterThan(0);
  });

  it('each file has its model named, its rows once and its checksum in the manifest', () => {
    const keys: Record<string, string[]> = {
      betalning: ['modell', 'enhet_id', 'period', 'grupp'],
      betalning_ar: ['modell', 'enhet_id', 'period', 'grupp'],
      bro: ['niva', 'enhet_id', 'periodtyp', 'period', 'nr'],
      mal: ['mal', 'enhet_id', 'periodtyp', 'period'],
      tratt: ['indikator', 'niva', 'enhet_id', 'periodtyp', 'period'],
      periodjamforelse: ['indikator', 'niva', 'enhet_id', 'periodtyp', 'period', 'mot'],
      aktivitet_utfall: ['nr', 'indikator'],
    };
    const { filer } = JSON.parse(built.text('manifest.json')) as { filer: Record<string, string> };
    for (const file of JUDGEMENT_FILES) {
      const rows = built.rows(file).map((row) => key(row, ...keys[file]!));
      expect(new Set(rows).size, file).toBe(rows.length);
      expect(Object.keys(filer)).toContain(`${file}.csv`);
    }
    expect(new Set(built.rows('betalning').map(({ modell }) => modell)).size).toBe(
      built.catalogue.betalningsmodeller.length,
    );
    // Goals of the profile are examples: with extracts that are no demo there are none.
    expect(built.rows('mal')).toEqual([]);
    expect(built.catalogue.mal).toEqual([]);
  });
});
