import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DataError } from '../../data-loaders/errors.ts';
import { openExtract } from '../../data-loaders/extracts/open/open.ts';
import { openDatabase } from '../../data-loaders/sql.ts';
import { extract, score, temporaryFolder } from './helpers.ts';

async function parquet(): Promise<Buffer> {
  const path = join(temporaryFolder(), 'x.parquet');
  const { connection, close } = await openDatabase(':memory:');
  await connection.run(`copy (select 'V1' as id, 'Lund' as "Kommun ""x""") to '${path}' (format parquet)`);
  close();
  return readFileSync(path);
}

test('the file itself, its columns as headings; the keys of its folders are no columns', async () => {
  const file = extract(await parquet(), 'utskrivningar/ar=2025/x.parquet');
  const opened = await openExtract(file, { tempDir: temporaryFolder(), score });
  expect(opened).toEqual({
    headings: ['id', 'Kommun "x"'],
    headerRow: 1,
    rows: { typ: 'parquet', path: file.path },
    broken: [],
    texter: [],
    anmarkningar: [],
  });
});

test('damaged or empty', async () => {
  const good = await parquet();
  const cases: [Buffer, string][] = [
    [Buffer.alloc(0), 'är tom. Exportera utdraget på nytt eller ta bort filen.'],
    [
      good.subarray(0, -10),
      'går inte att läsa som Parquet. Exportera utdraget på nytt eller spara det som CSV (UTF-8).',
    ],
    [
      Buffer.concat([good.subarray(0, -40), Buffer.alloc(32, 255), good.subarray(-8)]),
      'går inte att läsa som Parquet. Exportera utdraget på nytt eller spara det som CSV (UTF-8).',
    ],
  ];
  for (const [bytes, text] of cases) {
    const file = extract(bytes, 'utskrivningar.parquet');
    const opening = openExtract(file, { tempDir: temporaryFolder(), score });
    await expect(opening).rejects.toThrow(new DataError(`Filen utskrivningar.parquet ${text}`));
  }
});
