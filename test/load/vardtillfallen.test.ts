import { describe, expect, test } from 'vitest';
import { csv, stage } from './helpers.ts';

describe('vardtillfallen', () => {
  test('rows without id and patient are stays of their own, never duplicates', async () => {
    const row = 'Lund;2023-06-23;2023-06-24';
    const { report, rows } = await stage({
      'vardtillfallen.csv': csv(
        'kommun;utskrivningsklar;utskrivning',
        row,
        row,
        'Lund;;2023-06-24',
        'Lund;x;2023-06-24',
      ),
    });
    expect(report[0]!.avvisade).toEqual({ inskrivning_saknas: 1 });
    // The stay survives a readiness that cannot be read.
    expect(report[0]!.strukna_uppgifter).toEqual({ ogiltigt_datum: 1 });
    expect(await rows('select count(*) as n, count(distinct stay) as stays from s_vardtillfalle')).toEqual([
      { n: '3', stays: '3' },
    ]);
    expect(await rows('select count(*) as n from s_notis semi join s_vardtillfalle using (stay)')).toEqual([
      { n: '2' },
    ]);
  });

  test('a stay that is in utskrivningar too is one stay', async () => {
    const { report, rows } = await stage({
      'utskrivningar.csv': csv(
        'vardtillfalle_id;kommun;vardgivare;inskrivning',
        'V1;Lund;SUS;2024-01-01',
        'V2;Lund;SUS;2024-01-01',
      ),
      'vardtillfallen.csv': csv(
        'vardtillfalle_id;kommun;vardgivare;inskrivning;utskrivningsklar',
        'V1;Lund;SUS;2024-01-01;2024-01-03',
        'V2;Malmö;SUS;2024-01-01;2024-01-03',
      ),
    });
    expect(report.map(({ avvisade }) => avvisade)).toEqual([
      { dubblett: 1, motsagande_dubblett: 1 },
      { motsagande_dubblett: 1 },
    ]);
    expect(
      await rows('select vardtillfalle_id, klar_datum from s_notis join s_vardtillfalle using (stay)'),
    ).toEqual([{ vardtillfalle_id: 'V1', klar_datum: '2024-01-03' }]);
  });
});
