/** `tsx publish-once.ts EXTRACTS FOLDER`: one run of the pipeline in a process of its own, for another time zone. */
import { join } from 'node:path';
import { runPipeline } from '../../data-loaders/pipeline.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';

const [extracts, folder] = process.argv.slice(2) as [string, string];
const workDir = join(folder, 'work');
await runPipeline({ extracts, profile: readProfile('skane'), workDir, pagesDir: join(folder, 'pages') });
