import { describe, expect, it } from 'vitest';
import type { BroRad, MalRad, TrattGrans, TrattRad } from '../../data-loaders/judgement-types.ts';
import {
  bridgeChart,
  bridgeTitle,
  funnelChart,
  funnelTitle,
  goalMark,
  judgedBounds,
  judgedNumber,
  outcomeText,
  outcomeWord,
} from '../../src/components/index.ts';
import { andel } from './rows.ts';

const BRIDGE = {
  niva: 'kommun',
  enhet_id: '1281',
  enhet: 'Lund',
  periodtyp: 'ar',
  period: '2025-01-01',
  slutlig: 1,
} as const;
const steps = (values: [BroRad['steg'], number | null, number | null][]): BroRad[] =>
  values.map(([steg, varde, andring], i) => ({
    ...BRIDGE,
    nr: i + 1,
    steg,
    ingar: andring === 0 ? 0 : 1,
    varde,
    varde_ovre: null,
    andring,
    fall: varde === null ? null : 100,
    dagar: varde === null ? null : 200,
    status: varde === null ? 'skyddad' : 'visas',
  }));
const LUND = steps([
  ['skr', 2.24, null],
  ['nolldagar', 1.02, -1.22],
  ['individuella', 0.98, -0.04],
  ['klockslag', 0.98, 0],
  ['modell', 0.98, -1.26],
]);

describe('bridge', () => {
  it('says what the largest step is, with a minus sign and two decimals in the chart', () => {
    expect(bridgeTitle(LUND, 'Lund', '2025')).toBe(
      'Lund 2025: 1,22 av skillnaden på 1,26 dagar beror på att modellen också räknar fall utan väntan',
    );
    const chart = bridgeChart({ id: 'b', titel: 'Bro', rader: LUND });
    for (const text of ['2,24', '−1,22', '−0,04', '0,98', 'modellen anger inget klockslag'])
      expect(chart).toContain(text);
    expect(chart.match(/<svg/g)).toHaveLength(2);
  });

  it('stops at a hidden step: it has no coordinate and no word of a value', () => {
    const hidden = steps([
      ['skr', 2.24, null],
      ['nolldagar', 1.02, -1.22],
      ['individuella', null, null],
      ['klockslag', null, null],
      ['modell', null, null],
    ]);
    const chart = bridgeChart({ id: 'b', titel: 'Bro', rader: hidden });
    expect(chart.match(/<rect/g)).toHaveLength(4);
    expect(chart).not.toContain('Modellens medelvärde');
    expect(bridgeTitle(hidden, 'Lund', '2025')).toBe('Lund 2025: från SKR:s medelvärde till modellens');
    expect(bridgeChart({ id: 'b', titel: 'Bro', rader: steps([['skr', null, null]]) })).toBe('');
  });

  it('shows both bounds of the act’s model', () => {
    const rader = LUND.map((row) => (row.nr === 5 ? { ...row, varde: 0.5, varde_ovre: 0.63 } : row));
    expect(bridgeChart({ id: 'b', titel: 'Bro', rader })).toContain('0,50–0,63');
    expect(judgedBounds('bro', rader[4]!, ['varde', 'varde_ovre'], { decimals: 2 })).toBe(
      '<span data-bedomning="bro|kommun|1281|ar|2025-01-01|5" data-falt="varde">0,50</span>–<span data-bedomning="bro|kommun|1281|ar|2025-01-01|5" data-falt="varde_ovre">0,63</span>',
    );
    expect(judgedNumber('bro', { ...rader[4]!, varde: null }, 'varde')).toBe('–');
  });
});

const unit = (enhet: string, fall: number, varde: number, lage: TrattRad['lage']): TrattRad => ({
  indikator: 'andel_utskrivningsklardagen',
  niva: 'kommun',
  enhet_id: enhet.toLowerCase(),
  enhet,
  periodtyp: 'ar',
  period: '2025-01-01',
  fall,
  varde,
  centrum: 55,
  nedre95: 50,
  ovre95: 60,
  nedre998: 47,
  ovre998: 63,
  lage,
});
const LIMITS = [18, 100, 1000].map((fall, steg): TrattGrans => {
  const half = 97.5 / Math.sqrt(fall);
  return {
    indikator: 'andel_utskrivningsklardagen',
    niva: 'kommun',
    periodtyp: 'ar',
    period: '2025-01-01',
    steg,
    fall,
    centrum: 55,
    nedre95: 55 - half,
    ovre95: 55 + half,
    nedre998: 55 - 1.6 * half,
    ovre998: 55 + 1.6 * half,
  };
});

describe('funnel', () => {
  const rader = [
    unit('Eslöv', 700, 64, 'over_998'),
    unit('Lund', 900, 45, 'under_998'),
    unit('Höör', 200, 56, 'inom'),
    unit('Perstorp', 12, 90, 'fa_fall'),
  ];
  const draw = (namnda: string[]) =>
    funnelChart({
      id: 't',
      titel: 'T',
      indikator: andel,
      rader,
      granser: LIMITS,
      namnda,
      region: 'Skåne',
    });

  it('names those outside, draws the others open, leaves few cases out', () => {
    expect(funnelTitle(rader, 'Skåne', 'kommun')).toBe(
      'Eslöv ligger över, Lund ligger under gränserna kring Skåne',
    );
    expect(funnelTitle(rader.slice(2), 'Skåne', 'kommun')).toBe(
      'Ingen kommun ligger utanför gränserna kring Skåne',
    );
    const near = { ...rader[2]!, enhet: 'Höör', lage: 'over_95' as const };
    expect(funnelTitle([near], 'Skåne', 'kommun', true)).toBe(
      'Ingen kommun som visas ligger utanför gränserna kring Skåne; Höör ligger nära dem',
    );
    expect(funnelTitle([{ ...near, lage: 'fa_fall' }], 'Skåne', 'kommun')).toBe(
      'Ingen kommun kan jämföras med Skåne',
    );
    const chart = draw(['eslöv', 'lund']);
    const [wide] = chart.split('<svg class="smal"');
    expect(wide!.match(/<circle/g)).toHaveLength(3);
    expect(wide!.match(/d-fokusrad/g)).toHaveLength(2);
    expect(wide).toContain('>Eslöv</text>');
    expect(wide).not.toContain('>Höör</text>');
    expect(chart).not.toContain('Perstorp');
    expect(chart).toContain('Utanför 99,8 procent: Eslöv och Lund.');
  });

  it('names every unit that is asked for, with a leader where it has no room beside its dot', () => {
    const crowd = ['Ystad', 'Kävlinge', 'Burlöv', 'Svedala', 'Lomma', 'Sjöbo'].map((name, i) =>
      unit(name, 300 + i, 55 + i / 20, 'inom'),
    );
    const chart = funnelChart({
      ...{ id: 't', titel: 'T', indikator: andel, rader: crowd, granser: LIMITS, region: 'Skåne' },
      namnda: crowd.map(({ enhet_id }) => enhet_id),
    });
    for (const svg of chart.split('</svg>').slice(0, 2))
      for (const { enhet } of crowd) expect(svg).toContain(`>${enhet}</text>`);
    expect(chart).toContain('d-ledare');
  });

  it('draws nothing without a unit of enough cases', () => {
    expect(
      funnelChart({
        id: 't',
        titel: 'T',
        indikator: andel,
        rader: rader.slice(3),
        granser: LIMITS,
        namnda: [],
        region: 'Skåne',
      }),
    ).toBe('');
  });
});

describe('goal', () => {
  const goal = (over: Partial<MalRad>): MalRad => ({
    mal: 1,
    indikator: 'medeldagar_alla',
    niva: 'kommun',
    enhet_id: '1281',
    enhet: 'Lund',
    periodtyp: 'ar',
    period: '2025-01-01',
    malvarde: 1,
    riktning: 'hogst',
    varde: 1.1,
    nedre: 0.9,
    ovre: 3,
    antal: 100,
    status: 'visas',
    utfall: 'gar_inte_att_avgora',
    utan_intervall: 0,
    styrdiagram: 'normal',
    beslutad_av: 'nämnden',
    beslutad: null,
    fran: '2025-01-01',
    till: null,
    exempel: 0,
    ...over,
  });

  it('stands in the middle, met to the left of "at most" and to the right of "at least"; beyond reach at the edge', () => {
    expect(goalMark(goal({}))).toContain('M80,0V24');
    expect(goalMark(goal({}))).toContain('x="0" width="80"');
    expect(goalMark(goal({ riktning: 'minst' }))).toContain('x="80" width="80"');
    expect(goalMark(goal({}))).toContain('H160"');
  });

  it('has no mark where the outcome is hidden, and a word always', () => {
    expect(goalMark(goal({ status: 'skyddad', varde: null }))).toBe('');
    expect(outcomeWord(goal({ status: 'skyddad', utfall: 'skyddad', nedre: null }))).toMatch(
      /Skyddad<\/span>$/,
    );
    expect(outcomeWord(goal({}))).toMatch(/Går inte att avgöra<\/span>$/);
  });

  it('says where no interval stands behind the outcome: the value decided, or nothing did', () => {
    const without = { nedre: null, ovre: null };
    expect(outcomeWord(goal({ ...without, utfall: 'uppnatt', utan_intervall: 1 }))).toMatch(
      /Uppnått<\/span> <small>utan intervall<\/small>$/,
    );
    expect(outcomeText(goal({ ...without, antal: 19 }))).toBe('går inte att avgöra, få fall');
    expect(outcomeText(goal({}))).toBe('går inte att avgöra');
  });
});
