import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractsOf, type Publication, publication, type Row } from './publication.ts';

const iso = (month: number, day: number) => new Date(Date.UTC(2023, month, day)).toISOString().slice(0, 10);

/** Thirty cases a month: Lund waits four days until May 2024 and one from then on, Eslöv three and one in turn. */
function extracts(): string {
  const stays = ['vardtillfalle_id;kommun;vardgivare;vardform;inskrivning;utskrivning;oplanerad;fodelsear'];
  const notices = ['vardtillfalle_id;kommun;utskrivningsklar'];
  for (let month = 0; month < 30; month++)
    for (const [kommun, cases, wait] of [
      ['Lund', 30, month < 16 ? 4 : 1],
      ['Eslöv', 30, month % 2 ? 1 : 3],
      ['Malmö', 60, 2],
    ] as const)
      for (let i = 0; i < cases; i++) {
        const id = `${kommun}-${month}-${i}`;
        // One in three leaves the same day; the others wait a day more or less around the kommun's usual.
        const days = i % 3 === 0 ? 0 : wait + (i % 2);
        stays.push(`${id};${kommun};SUS;somatik;${iso(month, 2)};${iso(month, 5 + days)};ja;1940`);
        notices.push(`${id};${kommun};${iso(month, 5)}`);
      }
  const activities = [
    'kommun;start;slut;rubrik;status;framgangsfaktor',
    'Lund;2024-05-01;;Hemtagningsteam;genomförd;10', // the change's own month is the first after it
    'Lund;2023-03-15;;Tidig början;genomförd;1', // one whole month before it: no value
    'Eslöv;2024-02-15;2024-06-30;Utbildning;genomförd;9',
    'Höör;2024-02-01;;Utan fall;genomförd;2',
    'Lund;2027-01-01;;Nästa år;planerad;6',
  ];
  return extractsOf({
    'utskrivningar.csv': `${stays.join('\n')}\n`,
    'utskrivningsklar.csv': `${notices.join('\n')}\n`,
    'aktiviteter.csv': `${activities.join('\n')}\n`,
  });
}

let built: Publication;
beforeAll(async () => {
  built = await publication(extracts(), 1);
});
afterAll(() => built.remove());

const read = new Map<string, Row[]>();
const rowsOf = (file: string): Row[] => {
  if (!read.has(file))
    read.set(
      file,
      built
        .rows(file)
        .filter(({ grupp, kategori }) => (grupp ?? 'alla') === 'alla' && (kategori ?? 'alla') === 'alla'),
    );
  return read.get(file)!;
};

const numbered = (rubrik: string) => built.catalogue.aktiviteter.find((a) => a.rubrik === rubrik)!;
const outcome = (rubrik: string, indikator = 'medeldagar_alla'): Row | undefined =>
  rowsOf('aktivitet_utfall').find(
    (row) => row.nr === String(numbered(rubrik).nr) && row.indikator === indikator,
  );

/** Σ / n of a kommun's published months from one up to but not including another. */
function mean(enhet_id: string, from: string, to: string): number {
  const months = rowsOf('medeldagar_alla')
    .filter((row) => [row.niva, row.enhet_id, row.periodtyp].join() === `kommun,${enhet_id},manad`)
    .filter(({ period, slutlig }) => period! >= from && period! < to && slutlig === '1');
  const sum = (column: string) => months.reduce((total, row) => total + Number(row[column]), 0);
  return sum('taljare') / sum('namnare');
}

describe('before and after an activity', () => {
  it('are the twelve published months before its month and from its start', () => {
    const row = outcome('Hemtagningsteam')!;
    expect(Number(row.fore)).toBeCloseTo(mean('1281', '2023-05-01', '2024-05-01'), 5);
    expect(Number(row.efter)).toBeCloseTo(mean('1281', '2024-05-01', '2025-05-01'), 5);
    expect([row.fore_manader, row.efter_manader, row.fore_antal]).toEqual(['12', '12', '360']);
  });

  it('leave out the month it began in, where that had begun before', () => {
    const row = outcome('Utbildning')!;
    expect(Number(row.fore)).toBeCloseTo(mean('1285', '2023-02-01', '2024-02-01'), 5);
    expect(Number(row.efter)).toBeCloseTo(mean('1285', '2024-03-01', '2025-03-01'), 5);
  });

  it('carry the control chart’s verdict and the month it was given, and no more', () => {
    expect(outcome('Hemtagningsteam')).toMatchObject({
      ...{ fore_bedomning: 'samre', efter_bedomning: 'battre', efter_fran: '2024-05-01', borjade_fore: '0' },
    });
    expect(outcome('Utbildning')).toMatchObject({ efter_bedomning: 'normal', efter_fran: '' });
    expect(outcome('Tidig början')).toMatchObject({ fore: '', fore_antal: '', fore_manader: '1' });
  });

  it('are not told of what has not begun, nor where there are no cases', () => {
    expect(outcome('Nästa år')).toBeUndefined();
    expect(outcome('Utan fall')).toBeUndefined();
    expect(numbered('Utbildning')).toMatchObject({
      framgangsfaktor: 9,
      slut: '2024-06-30',
      status: 'genomford',
    });
  });
});

describe('a period beside an earlier one', () => {
  const cell = (row: Row, period: string) =>
    rowsOf(row.indikator!).find(
      (c) =>
        [c.niva, c.enhet_id, c.periodtyp, c.period].join() ===
        [row.niva, row.enhet_id, row.periodtyp, period].join(),
    )!;

  it('is named a change only where the two intervals do not meet', () => {
    const rows = rowsOf('periodjamforelse').filter(({ niva }) => niva === 'kommun');
    let judged = 0;
    for (const row of rows) {
      const [now, before] = [cell(row, row.period!), cell(row, row.tidigare!)];
      expect([row.varde, row.tidigare_varde]).toEqual([now.varde, before.varde]);
      if (!['battre', 'samre', 'ingen'].includes(row.bedomning!)) continue;
      judged++;
      const apart = Number(now.nedre) > Number(before.ovre) || Number(before.nedre) > Number(now.ovre);
      expect(row.bedomning !== 'ingen', `${row.indikator} ${row.enhet_id}`).toBe(apart);
    }
    expect(judged).toBeGreaterThan(10);
  });

  it('goes by the indicator’s direction, and stands for the latest final periods', () => {
    const lund = rowsOf('periodjamforelse').filter(
      ({ indikator, enhet_id }) => indikator === 'medeldagar_alla' && enhet_id === '1281',
    );
    expect(lund.map((row) => [row.periodtyp, row.period, row.mot, row.tidigare, row.bedomning])).toEqual([
      ['halvar', '2024-07-01', 'foregaende', '2024-01-01', 'battre'],
      ['halvar', '2024-07-01', 'fjol', '2023-07-01', 'battre'],
      ['ar', '2024-01-01', 'foregaende', '2023-01-01', 'battre'],
    ]);
  });
});
