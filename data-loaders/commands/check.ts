import type { DuckDBConnection } from '@duckdb/node-api';
import { readRows } from '../pipeline.ts';
import { extractsDir, WORK_DIR } from '../places.ts';
import { readProfile } from '../profile/read.ts';
import { createProgress } from '../progress.ts';
import { readRegistry } from '../registry.ts';
import { assertAcceptable, firstRows, reportText } from '../report.ts';
import { readFolder, runFolder } from '../sql.ts';
import { withWarehouse } from '../warehouse.ts';
import { demoExtracts } from './demo.ts';
import { type Command, DEFAULT_PROFILE } from './options.ts';
import { withLock } from './run.ts';

export const check: Command = {
  sammanfattning: 'Granskar utdragen utan att bygga något.',
  alternativ: {
    extracts: { varde: 'MAPP', hjalp: 'mapp med utdrag; annars extracts/, och är den tom påhittade utdrag' },
    profile: { varde: 'NAMN|FIL', hjalp: `regionens profil (${DEFAULT_PROFILE})` },
  },
  mer: 'Skriver vad som lästs, avvisats och varför. Slutkod 1 om bygget skulle vägra.',
  run: async (values) => {
    const profile = readProfile(values.profile ?? DEFAULT_PROFILE);
    const progress = createProgress();
    await withLock(progress, async () => {
      const extracts = extractsDir(values.extracts) ?? (await demoExtracts(profile, progress));
      await withWarehouse(
        WORK_DIR,
        async (connection) => {
          const { report, unknown } = await readRows(connection, {
            extracts,
            profile,
            workDir: WORK_DIR,
            progress,
          });
          progress.end();
          process.stdout.write(reportText(report, unknown, await firstRows(connection)));
          process.stdout.write(await switchedOff(connection));
          await assertAcceptable(connection, report, profile);
        },
        false,
      );
    });
    process.stdout.write('Utdragen kan användas.\n');
  },
};

/** Which indicators are off, by the columns that no extract has. */
async function switchedOff(connection: DuckDBConnection): Promise<string> {
  const queries = readFolder('5_katalog').filter(({ name }) => name === 'katalog_saknar');
  await runFolder(connection, '5_katalog', queries);
  const found = await connection.run(`
    select array_to_string(saknar, ', ') as saknar, list(indikator order by indikator) as indikatorer
    from katalog_saknar group by saknar order by saknar`);
  const rows = (await found.getRowObjectsJS()) as { saknar: string; indikatorer: string[] }[];
  const titles = new Map(readRegistry().map(({ id, titel }) => [id, titel]));
  return rows
    .map(({ saknar, indikatorer }) => {
      const names = indikatorer.map((id) => titles.get(id)).join('; ');
      return `Saknade kolumner: ${saknar.replaceAll('|', '/')}. Utan dem räknas inte: ${names}.\n`;
    })
    .join('');
}
