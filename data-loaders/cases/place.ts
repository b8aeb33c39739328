import { chmodSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../errors.ts';
import { PROJECT, WORK_DIR } from '../places.ts';
import { isSite, isWithin, real } from '../site/output.ts';

/** The first heading of a list: a file that begins otherwise is not written over. */
const BEGINS = 'Vårdtillfälle,Fil,Rad,';

const NEVER =
  'En fallista visar enskilda vårdtillfällen och får aldrig ligga där den kan publiceras eller läsas in.';

/**
 * Refuses a file in a site, in the extracts, among the pages or in the work dir, one that cannot be written, and one that
 * is there and is no list. Throws UsageError.
 */
export function assertListPlace(out: string, extracts: string | null): void {
  const place = real(out);
  const folder = dirname(place);
  if (existsSync(place) && statSync(place).isDirectory())
    throw new UsageError(`--out ${out} är en mapp. Ange en fil, till exempel ${join(out, 'fallista.csv')}.`);
  if (!existsSync(folder))
    throw new UsageError(`--out ${out}: mappen ${folder} finns inte. Skapa den först.`);
  const forbidden: [string | null, string][] = [
    [extracts, 'mappen med utdrag'],
    [join(PROJECT, 'extracts'), 'mappen med utdrag'],
    [join(PROJECT, 'dist'), 'mappen för webbplatsen'],
    [join(PROJECT, 'src'), 'mappen med sidorna'],
    [WORK_DIR, 'arbetsmappen, som bara är för programmet'],
  ];
  for (const [path, what] of forbidden)
    if (path !== null && isWithin(place, real(path)))
      throw new UsageError(`--out ${out} ligger i ${what}. ${NEVER}`);
  const site = siteAbove(folder);
  if (site) throw new UsageError(`--out ${out} ligger i webbplatsen ${site}. ${NEVER}`);
  if (existsSync(place) && !isList(place))
    throw new UsageError(`--out ${out} finns redan och är ingen fallista. Ange ett annat namn.`);
}

/** The nearest folder, this one or above it, that is a site of this program. */
function siteAbove(folder: string): string | null {
  if (isSite(folder)) return folder;
  const above = dirname(folder);
  return above === folder ? null : siteAbove(above);
}

const isList = (file: string): boolean =>
  statSync(file).size === 0 || readFileSync(file, 'utf8').startsWith(BEGINS);

/** Puts the list in its place whole, readable by its owner only. */
export function placeList(made: string, out: string): void {
  const place = real(out);
  const fresh = `${place}.ny-${process.pid}`;
  try {
    writeFileSync(fresh, readFileSync(made), { mode: 0o600, flag: 'wx' });
    chmodSync(fresh, 0o600);
    renameSync(fresh, place);
  } finally {
    rmSync(fresh, { force: true });
  }
}
