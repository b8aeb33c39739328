import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes minutes starts first, so that nothing long is left for one worker at the end; meanwhile the site of the browser tests is built. */
const LONG = ['cases', 'extracts', 'tillganglighet', 'sida', 'kill', 'fuzz', 'fientlig', 'brus'];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return found < 0 ? LONG.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** What the tests write is gone when they are done. */
const scratch = mkdtempSync(join(tmpdir(), 'utskrivningsklar-test-'));
// A web server under test reads as another user.
chmodSync(scratch, 0o755);
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const env = { TZ: 'Europe/Stockholm', TMPDIR: scratch };
const shared = { env, testTimeout: 120_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    projects: [
      { test: { ...shared, name: 'enhet', include: ['test/**/*.test.ts'], exclude: ['test/browser/**'] } },
      {
        test: {
          ...shared,
          name: 'webblasare',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/setup.ts'],
          setupFiles: ['test/browser/ready.ts'],
        },
      },
    ],
  },
});
