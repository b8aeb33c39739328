import { join, resolve } from 'node:path';
import { generateDemo } from '../demo/generate.ts';
import { WORK_DIR } from '../places.ts';
import { type Profile, readProfile } from '../profile/read.ts';
import { createProgress, type Progress } from '../progress.ts';
import { assertPlace } from '../site/output.ts';
import { type Command, DEFAULT_PROFILE, PROFILE_OPTION, wholeNumber } from './options.ts';

const DEFAULT_SEED = 1;

export const demo: Command = {
  sammanfattning: 'Skriver påhittade utdrag, samma varje gång.',
  alternativ: {
    rows: { varde: 'ANTAL', hjalp: 'antal vårdtillfällen; annars efter antalet kommuner och dagar' },
    seed: { varde: 'TAL', hjalp: `slumptalets frö (${DEFAULT_SEED})` },
    profile: PROFILE_OPTION,
    out: { varde: 'MAPP', hjalp: 'mapp för utdragen (extracts)' },
    from: { varde: 'DATUM', hjalp: 'första dagen (2023-01-01)' },
    to: { varde: 'DATUM', hjalp: 'sista dagen (2026-10-31)' },
  },
  mer: 'Filen SYNTETISKA_UPPGIFTER.txt i mappen gör att sidorna märks "Syntetiska uppgifter".',
  run: async (values) => {
    const out = values.out ?? 'extracts';
    const rows = values.rows === undefined ? undefined : wholeNumber(values, 'rows', 0, 1);
    const seed = wholeNumber(values, 'seed', DEFAULT_SEED);
    const { from, to } = values;
    const profile = readProfile(values.profile ?? DEFAULT_PROFILE);
    assertPlace(resolve(out));
    const progress = createProgress();
    try {
      await generateDemo({
        profile,
        out: resolve(out),
        ...(rows !== undefined && { rows }),
        seed,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        onProgress: percentOf(progress),
      });
    } finally {
      progress.end();
    }
    process.stdout.write(`Utdragen ligger i ${out}. Bygg med: npm run build -- --extracts ${out}\n`);
  },
};

/** The folder with demo extracts for a build without any of its own, made anew. */
export async function demoExtracts(profile: Profile, progress: Progress): Promise<string> {
  const out = join(WORK_DIR, 'demo');
  progress.step('Inga utdrag: gör påhittade');
  await generateDemo({ profile, out, seed: DEFAULT_SEED });
  return out;
}

/** Tells every tenth of the way: a plain line each is enough in a log. */
function percentOf(progress: Progress): (written: number, rows: number) => void {
  let told = 0;
  return (written, rows) => {
    const tenth = Math.floor((written / rows) * 10);
    if (tenth === told) return;
    told = tenth;
    progress.step(`Skriver utdragen: ${tenth * 10} %`);
  };
}
