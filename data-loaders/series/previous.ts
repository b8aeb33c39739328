/** The former publication of a series: found, and checked against its own manifest. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import * as v from 'valibot';
import { type CkmParameters, seedCheck } from '../ckm/parameters.ts';
import { DataError } from '../errors.ts';
import { sameBreakdowns } from '../profile/breakdowns.ts';
import type { Profile } from '../profile/read.ts';
import { utan } from '../profile/schema.ts';
import { sha256, sha256OfFile } from '../sha256.ts';
import { manifestOf, NO_PREVIOUS, type Series } from './place.ts';
import { loadPrevious } from './rows.ts';

export type Previous = {
  sista_datadag: string;
  manifest_sha256: string;
  /** One data file per indicator, the checksum as published. */
  filer: string[];
};

const Manifest = v.object({
  profil: v.string(),
  syntetisk: v.boolean(),
  sista_datadag: v.string(),
  rojandekontroll: v.optional(
    v.object({
      troskel: v.number(),
      metod: v.string(),
      utan: v.optional(utan, {}),
      ckm: v.optional(
        v.object({ storst: v.number(), varians: v.number(), minsta: v.number(), froprov: v.string() }),
      ),
    }),
  ),
  indikatorer: v.array(v.object({ id: v.string(), filer: v.record(v.string(), v.string()) })),
});

/**
 * Reads the manifest in `mapp` (a built site) and checks that it is the same profile's, under the same rules, and that its data
 * files are those it was published with. Throws DataError.
 */
export async function readPrevious(mapp: string, profile: Profile, syntetisk: boolean): Promise<Previous> {
  const place = manifestOf(mapp);
  if (!existsSync(place))
    throw new DataError(
      `Ingen tidigare utgåva i ${mapp}: data/manifest.json finns inte. Ange mappen med den webbplats som publicerades senast, eller --previous ${NO_PREVIOUS} för den första.`,
    );
  const text = readFileSync(place, 'utf8');
  const manifest = parse(text, mapp);
  compare(manifest, mapp, profile, syntetisk);
  const filer: string[] = [];
  for (const { id, filer: sums } of manifest.indikatorer) {
    const name = [`${id}.parquet`, `${id}.csv`].find((file) => file in sums);
    if (name === undefined || basename(name) !== name || !/^[\w]+\.\w+$/.test(name))
      throw new DataError(
        `Manifestet i ${mapp} är trasigt: indikatorn "${id}" har varken Parquet eller CSV.`,
      );
    const file = join(mapp, 'data', name);
    const sum = await sha256OfFile(file);
    const fault =
      sum === null
        ? `Filen data/${name} i ${mapp} saknas.`
        : `Filen data/${name} i ${mapp} är inte den som publicerades: kontrollsumman stämmer inte med manifestet.`;
    if (sum !== sums[name])
      throw new DataError(`${fault} Hämta tillbaka hela mappen så som den publicerades.`);
    filer.push(file);
  }
  return {
    sista_datadag: manifest.sista_datadag,
    manifest_sha256: sha256(text),
    filer,
  };
}

function parse(text: string, mapp: string): v.InferOutput<typeof Manifest> {
  try {
    return v.parse(Manifest, JSON.parse(text));
  } catch {
    throw new DataError(
      `data/manifest.json i ${mapp} går inte att läsa som ett manifest från programmet. Ange mappen så som den publicerades.`,
    );
  }
}

function compare(
  { profil, syntetisk, rojandekontroll }: v.InferOutput<typeof Manifest>,
  mapp: string,
  profile: Profile,
  made_up: boolean,
): void {
  const { troskel, metod } = profile.rojandekontroll;
  const former = `Den tidigare utgåvan i ${mapp}`;
  const start = `Använd samma som då, eller börja en ny serie med --previous ${NO_PREVIOUS}.`;
  if (rojandekontroll === undefined)
    throw new DataError(
      `${former} är byggd med en äldre version av programmet och säger inte vilken tröskel som gällde. Börja en serie med --previous ${NO_PREVIOUS}.`,
    );
  if (profil !== profile.id)
    throw new DataError(`${former} är byggd med profilen "${profil}", inte "${profile.id}". ${start}`);
  if (rojandekontroll.troskel !== troskel)
    throw new DataError(`${former} har tröskeln ${rojandekontroll.troskel}, profilen ${troskel}. ${start}`);
  if (rojandekontroll.metod !== metod)
    throw new DataError(`${former} har metoden "${rojandekontroll.metod}", profilen "${metod}". ${start}`);
  if (metod === 'ckm' && !sameNoise(rojandekontroll.ckm, profile.rojandekontroll.ckm))
    throw new DataError(
      `${former} har andra värden under rojandekontroll.ckm (storst, varians, minsta eller fro) än profilen: två brus på samma siffra tar ut varandra. ${start}`,
    );
  if (!sameBreakdowns(rojandekontroll.utan, profile.rojandekontroll.utan))
    throw new DataError(
      `${former} utelämnar andra indelningar (rojandekontroll.utan) än profilen: det som visas i den ena skyddas inte i den andra. ${start}`,
    );
  if (syntetisk !== made_up)
    throw new DataError(
      `${former} bygger på ${syntetisk ? 'påhittade' : 'riktiga'} uppgifter, utdragen är ${made_up ? 'påhittade' : 'riktiga'}. ${start}`,
    );
}

const sameNoise = (
  then: { storst: number; varians: number; minsta: number; froprov: string } | undefined,
  { storst, varians, minsta, fro }: CkmParameters,
): boolean =>
  then?.storst === storst &&
  then.varians === varians &&
  then.minsta === minsta &&
  then.froprov === seedCheck(fro);

/** Throws DataError when the extracts end before those of the former publication. */
export async function assertLater(
  connection: DuckDBConnection,
  { sista_datadag }: Previous,
  mapp: string,
): Promise<void> {
  const reader = await connection.runAndReadAll('select sista_datadag::varchar from dataspann');
  const last = reader.getRowsJS()[0]![0] as string;
  if (last >= sista_datadag) return;
  throw new DataError(
    `Den tidigare utgåvan i ${mapp} går till och med ${sista_datadag}, utdragen bara till och med ${last}. Ange nyare utdrag eller en äldre utgåva.`,
  );
}

/**
 * From now on step 4 builds the next in the series, outside one nothing. The former publication, null in the first.
 * Throws DataError.
 */
export async function follow(
  connection: DuckDBConnection,
  series: Series | undefined,
  profile: Profile,
  syntetisk: boolean,
): Promise<Previous | null> {
  if (!series) return null;
  const previous = series.mapp === null ? null : await readPrevious(series.mapp, profile, syntetisk);
  await loadPrevious(connection, previous?.filer ?? [], series.revision);
  return previous;
}
