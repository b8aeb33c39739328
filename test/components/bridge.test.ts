import { describe, expect, it } from 'vitest';
import type { BroRad } from '../../data-loaders/judgement-types.ts';
import { bridgeChart, bridgeTitle, judgedBounds, judgedNumber } from '../../src/components/index.ts';

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
