import { describe, expect, it } from 'vitest';
import type { TrattGrans, TrattRad } from '../../data-loaders/judgement-types.ts';
import { funnelChart, funnelTitle } from '../../src/components/index.ts';
import { andel } from './rows.ts';

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
