import { knownSeed } from '../ckm/parameters.ts';
import { readRows } from '../pipeline.ts';
import { extractsDir, WORK_DIR } from '../places.ts';
import { readProfile } from '../profile/read.ts';
import { createProgress } from '../progress.ts';
import { assertAcceptable, findingsText, readFindings, reportText } from '../report.ts';
import { withWarehouse } from '../warehouse.ts';
import { demoExtracts } from './demo.ts';
import { type Command, DEFAULT_PROFILE, INPUT_OPTIONS } from './options.ts';
import { pseudonymize, readKey } from './pseudonymize.ts';
import { withLock } from './run.ts';

export const check: Command = {
  sammanfattning: 'Granskar utdragen utan att bygga något.',
  alternativ: {
    ...INPUT_OPTIONS,
    pseudonymize,
  },
  mer: 'Skriver vad som lästs, avvisats och varför. Slutkod 1 om bygget skulle vägra.',
  run: async (values) => {
    const profile = readProfile(values.profile ?? DEFAULT_PROFILE);
    const nyckel = readKey(values);
    const progress = createProgress();
    await withLock(progress, async () => {
      const extracts = extractsDir(values.extracts) ?? (await demoExtracts(profile, progress));
      await withWarehouse(
        WORK_DIR,
        async (connection) => {
          const { report, unknown } = await readRows(connection, {
            extracts,
            profile,
            nyckel,
            workDir: WORK_DIR,
            progress,
          });
          progress.end();
          process.stdout.write(reportText(report, unknown));
          process.stdout.write(findingsText(await readFindings(connection), profile));
          process.stdout.write(knownSeed(profile.rojandekontroll));
          await assertAcceptable(connection, report, profile);
        },
        false,
      );
    });
    process.stdout.write('Utdragen kan användas.\n');
  },
};
