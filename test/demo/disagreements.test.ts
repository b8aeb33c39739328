import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runIndicators } from '../../data-loaders/counting.ts';
import { generateDemo } from '../../data-loaders/demo/generate.ts';
import { readRows } from '../../data-loaders/pipeline.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { assertAcceptable } from '../../data-loaders/report.ts';
import { withWarehouse } from '../../data-loaders/warehouse.ts';
import { readCases, readmissions, readStays } from './count.ts';
import { temporaryFolder } from './folder.ts';

test('every disagreement is there, each in a small share, and the program counts as the plain count does', async () => {
  const profile = readProfile('skane');
  const parent = temporaryFolder();
  const extracts = join(parent, 'utdrag');
  const workDir = join(parent, 'arbete');
  mkdirSync(workDir);
  await generateDemo({ profile, rows: 60_000, out: extracts });

  await withWarehouse(workDir, async (connection) => {
    const { report } = await readRows(connection, { extracts, profile, workDir });
    await assertAcceptable(connection, report, profile);
    const of = (fil: string) => report.find((file) => file.fil === fil)!;
    const stays = of('utskrivningar.csv');
    expect(Object.keys(stays.avvisade).sort()).toEqual([
      'dubblett',
      'kommun_saknas',
      'motsagande_dubblett',
      'ogiltigt_datum',
      'okand_kommun',
      'utskrivning_fore_inskrivning',
    ]);
    expect(stays.lasta).toBe(60_000);
    expect(1 - stays.anvanda / stays.lasta).toBeLessThan(0.005);
    expect(Object.keys(stays.strukna_uppgifter).sort()).toEqual(['okant_varde', 'orimligt_fodelsear']);
    expect(Object.keys(stays.anmarkningar).sort()).toEqual([
      'okand_destination',
      'underrattelse_saknas',
      'vardgivare_saknas',
    ]);

    const notices = of('utskrivningsklar.csv');
    expect(Object.keys(notices.avvisade).sort()).toEqual(['dubblett', 'motsagande_dubblett']);
    expect(Object.keys(notices.strukna_uppgifter).sort()).toEqual([
      'okand_kommun',
      'utskrivningsklar_efter_utskrivning',
      'utskrivningsklar_fore_inskrivning',
    ]);
    expect(Object.keys(notices.anmarkningar).sort()).toEqual([
      'kommun_skiljer',
      'notis_utan_vardtillfalle',
      'underrattelse_atertagen',
    ]);
    expect(1 - notices.anvanda / notices.lasta).toBeLessThan(0.01);

    await runIndicators(connection);
    const sums = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson() as string[][];

    const [agreement] = await sums('select overens, bara_kallan, bara_beraknade from avstamning');
    const [both, source, computed] = agreement!.map(Number);
    expect(source! / both!).toBeGreaterThan(0.001);
    expect(source! / both!).toBeLessThan(0.05);
    expect(computed! / both!).toBeGreaterThan(0.001);
    expect(computed! / both!).toBeLessThan(0.05);

    const ours = readStays(extracts);
    const [waiting] = await sums(`
      select sum(taljare), sum(namnare) from indikatorvarde
      where indikator = 'medeldagar_alla' and niva = 'region' and periodtyp = 'ar' and grupp = 'alla'`);
    const cases = readCases(extracts, ours);
    const days = cases.reduce((sum, row) => sum + row.waited, 0);
    // The plain count keeps the few rows that the program refuses for their kommun or for contradicting another.
    expect(Number(waiting![1]) / cases.length).toBeGreaterThan(0.99);
    expect(Number(waiting![1]) / cases.length).toBeLessThan(1.001);
    expect(Number(waiting![0]) / days).toBeGreaterThan(0.985);
    expect(Number(waiting![0]) / days).toBeLessThan(1.005);

    const plain = readmissions(ours, '2026-10-31', '2025-12-31');
    const counted = await sums(`
      select enhet_id, sum(taljare) / sum(namnare) from indikatorvarde
      where indikator = 'aterinskrivning_30d' and niva = 'vardgivare' and periodtyp = 'ar' and grupp = 'alla'
        and period < '2026-01-01' group by enhet_id`);
    expect(counted).toHaveLength(7);
    for (const [code, share] of counted) {
      const { index, returned } = plain.get(code!.toUpperCase())!;
      expect([code, Math.abs(Number(share) - returned / index) < 0.004]).toEqual([code, true]);
    }
  });
});
