import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { extractsOf, MIDSUMMER, type Publication, publication } from './publication.ts';

const STAYS = Array.from({ length: 12 }, (_, i) => {
  const id = String(i).padStart(2, '0');
  return `v${id};p${id};Lund;SUS;2024-01-${id === '00' ? '01' : '02'};2024-01-2${i % 10};1`;
});

/** Twelve stays in January 2024, three of whose patients come back in February, two as the source sees it. */
const EXTRACTS = {
  'utskrivningar.csv': [
    'vardtillfalle_id;patient_id;kommun;vardgivare;inskrivning;utskrivning;oplanerad',
    ...STAYS,
    'a0;p00;Lund;SUS;2024-02-05;2024-02-10;1',
    'a1;p01;Lund;SUS;2024-02-05;2024-02-10;1',
    'a2;p02;Lund;SUS;2024-02-05;2024-04-30;',
    '',
  ].join('\n'),
  'aterinskrivningar.csv': 'vardtillfalle_id;aterinskriven\nv00;2024-02-05\nv01;2024-02-05\n',
};

let midsummer: Publication;
let open: Publication;
let guarded: Publication;
beforeAll(async () => {
  midsummer = await publication(MIDSUMMER, 5);
  open = await publication(extractsOf(EXTRACTS), 1);
  guarded = await publication(extractsOf(EXTRACTS), 5);
});
afterAll(() => {
  for (const built of [midsummer, open, guarded]) built.remove();
});

const off = ({ catalogue }: Publication, id: string) =>
  catalogue.indikatorer.find((indikator) => indikator.id === id)?.avstangd_saknar;

describe('indicators', () => {
  it('name the columns they are off for', () => {
    expect(off(midsummer, 'aterinskrivning_30d')).toEqual([
      'inskrivning',
      'oplanerad|planerad',
      'patient_id',
    ]);
    expect(off(midsummer, 'medeldagar_alla')).toEqual([]);
    expect(off(open, 'medeldagar_alla')).toEqual(['utskrivningsklar']);
  });

  it('count their published rows by status', () => {
    for (const { id, rader } of midsummer.catalogue.indikatorer) {
      const rows = midsummer.rows(id);
      const count = (status: string) => rows.filter((row) => row.status === status).length;
      expect(rader, id).toEqual({
        visas: count('visas'),
        skyddad: count('skyddad'),
        saknas: count('saknas'),
      });
    }
  });
});

it('names the latest final periods, each rule for itself', () => {
  expect(open.catalogue).toMatchObject({ forsta_dag: '2024-01-01', sista_datadag: '2024-04-30' });
  expect(open.catalogue.senaste_slutliga).toEqual({
    utskrivning: { manad: '2024-04-01', kvartal: '2024-01-01' },
    aterinskrivning: { manad: '2024-03-01', kvartal: '2024-01-01' },
    helg: { helg: '2024-03-29' },
  });
  expect(open.catalogue.sedan).toBe('2024-01-01'); // four months: the first of them
});

describe('row counts', () => {
  it('show where nothing is hidden', () => {
    expect(open.catalogue.tackning).toEqual([
      { manad: '2024-01-01', vardtillfallen: 12, fall: null },
      { manad: '2024-02-01', vardtillfallen: 2, fall: null },
      { manad: '2024-03-01', vardtillfallen: 0, fall: null },
      { manad: '2024-04-01', vardtillfallen: 1, fall: null },
    ]);
    expect(open.catalogue.avstamning).toEqual({ overens: 2, bara_kallan: 0, bara_beraknade: 0 });
    expect(open.catalogue.aterinskrivning).toEqual({ utan_patient_id: 0, okand_planering_andel: 0.066667 });
  });

  it('are absent where 1 to 4 stays or episodes are behind them', () => {
    const months = guarded.catalogue.tackning.map(({ vardtillfallen }) => vardtillfallen);
    expect([months[1], months[3]]).toEqual([null, null]);
    expect(guarded.catalogue.avstamning).toEqual({ overens: null, bara_kallan: null, bara_beraknade: null });
    expect(guarded.catalogue.aterinskrivning).toEqual({ utan_patient_id: 0, okand_planering_andel: null });
  });
});

describe('months that stand out', () => {
  const stays = (vardgivare: string, perMonth: number[]) =>
    perMonth.flatMap((many, month) =>
      Array.from({ length: many }, (_, i) => {
        const day = `2024-0${month + 1}-${String((i % 28) + 1).padStart(2, '0')}`;
        return `${vardgivare}${month}-${i};Lund;${vardgivare};${day};${day}`;
      }),
    );
  const extracts = (sus: number[], ksd: number[]) =>
    extractsOf({
      'utskrivningar.csv': [
        'vardtillfalle_id;kommun;vardgivare;inskrivning;utskrivning',
        ...stays('SUS', sus),
        ...stays('KSD', ksd),
        '',
      ].join('\n'),
    });
  const gap = { uppgift: 'vardtillfallen', niva: 'vardgivare', flagga: 'lucka' };

  it('are told where their published numbers can be seen', async () => {
    const built = await publication(extracts([700, 700, 0, 700, 700], [700, 700, 700, 700, 700]), 5);
    expect(built.catalogue.tackningsflaggor).toEqual([
      { ...gap, enhet_id: 'sus', fran: '2024-03-01', till: '2024-03-01' },
    ]);
    expect(built.catalogue.dolda_tackningsflaggor).toBe(0);
    built.remove();
  });

  it('are only counted where a number is hidden: a flag would tell its size', async () => {
    // KSD has three in May, a month cut short.
    const built = await publication(extracts([700, 700, 700, 700, 700], [100, 100, 100, 100, 3]), 5);
    expect(built.catalogue.tackningsflaggor).toEqual([]);
    expect(built.catalogue.dolda_tackningsflaggor).toBe(1);
    expect(JSON.stringify(built.catalogue)).not.toContain('avkortad');
    built.remove();
  });
});

it('holds the organisation and the parameters of the profile', () => {
  const { enheter, delregioner, parametrar, region } = midsummer.catalogue;
  expect(region).toEqual({ kod: '12', namn: 'Skåne' });
  expect(enheter.filter(({ niva }) => niva === 'kommun')).toHaveLength(33);
  expect(enheter.filter(({ niva }) => niva === 'vardgivare').map(({ id }) => id)).toEqual(
    readProfile('skane').vardgivare.map(({ kod }) => kod),
  );
  expect(delregioner.find(({ kod }) => kod === 'mellersta')?.medlemmar).toHaveLength(8);
  expect(parametrar).toMatchObject({ troskel: 5, 'aterinskrivning.dagar': 30 });
});
