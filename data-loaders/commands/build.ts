import { resolve } from 'node:path';
import { knownSeed } from '../ckm/parameters.ts';
import { UsageError } from '../errors.ts';
import { extractsDir } from '../places.ts';
import { createProgress } from '../progress.ts';
import { manifestOf } from '../series/place.ts';
import { isUnchanged, takeSnapshot } from '../unchanged.ts';
import { type Command, DEFAULT_PROFILE, INPUT_OPTIONS } from './options.ts';
import { pseudonymize, readKey } from './pseudonymize.ts';
import type { Run } from './run.ts';
import { readSeries, SERIES_OPTIONS } from './series.ts';

export const DEFAULT_OUT = 'dist';

export const build: Command = {
  sammanfattning: 'Bygger webbplatsen och datafilerna av utdragen.',
  alternativ: {
    ...INPUT_OPTIONS,
    out: {
      varde: 'MAPP',
      hjalp: `mapp för webbplatsen (${DEFAULT_OUT}); byts ut i sin helhet när bygget är klart`,
    },
    base: { varde: '/SÖKVÄG/', hjalp: 'adress som webbplatsen ligger under (/)' },
    karta: { varde: 'FIL', hjalp: 'egen karta (GeoJSON) över kommunerna i stället för rutor' },
    ...SERIES_OPTIONS,
    pseudonymize,
    force: { hjalp: 'bygg fastän inget har ändrats sedan förra bygget' },
  },
  mer: 'Har inget ändrats görs ingenting. Misslyckas bygget står den förra webbplatsen kvar orörd.',
  run: async (values) => {
    const base = readBase(values.base);
    const shown = values.out ?? DEFAULT_OUT;
    const out = resolve(shown);
    const nyckel = readKey(values, out);
    const series = readSeries(values);
    const { extracts: _, out: __, force, ...rest } = values;
    // By content: the folder has a new publication every month.
    const previous = series?.mapp ? manifestOf(resolve(series.mapp)) : values.previous;
    const options = { ...rest, base, previous, profile: values.profile ?? DEFAULT_PROFILE };
    const snapshot = takeSnapshot({ extracts: extractsDir(values.extracts), out, options });
    if (force === undefined && (await isUnchanged(snapshot))) {
      process.stdout.write(
        `Inget har ändrats sedan webbplatsen i ${shown} byggdes. Bygg ändå med --force.\n`,
      );
      return;
    }
    // The database and the site builder take longer to load than the answer above takes to give.
    const { runBuild } = await import('./run.ts');
    const result = await runBuild(values, { snapshot, base, nyckel, series, progress: createProgress() });
    const { shortReport } = await import('../report/short.ts');
    const { unreadText } = await import('../report/text.ts');
    const rows = [shortReport(result.catalogue), ...unreadText(result.unknown)].join('\n');
    process.stdout.write(summary(result, rows, shown));
  },
};

/** `--base` with a slash at both ends. Throws UsageError unless it is a plain path. */
function readBase(text = '/'): string {
  const base = text.endsWith('/') ? text : `${text}/`;
  if (/^\/(?:[\w.~-]+\/)*$/.test(base) && !/\/\.\.?\//.test(base)) return base;
  throw new UsageError(
    `--base "${text}" är inte en sökväg som "/statistik/". Den börjar med snedstreck och har inget värdnamn.`,
  );
}

function summary({ catalogue, profile }: Run, rows: string, out: string): string {
  return [
    `${catalogue.indikatorer.length} indikatorer till och med ${catalogue.sista_datadag}, profil ${catalogue.profil}.`,
    rows,
    `${knownSeed(profile.rojandekontroll)}Webbplatsen ligger i ${out}.\n`,
  ].join('\n');
}
