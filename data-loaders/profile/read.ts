import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import type { Mal, OppnaData, Tillganglighet } from '../catalogue-types.ts';
import { CKM_DEFAULTS, type CkmParameters } from '../ckm/parameters.ts';
import { DataError } from '../errors.ts';
import { HEADING_FILE } from '../extracts/values/rubriker.ts';
import { checkProfile } from './check.ts';
import { type Delregion, gatherDelregioner } from './delregioner.ts';
import { readProfileFile } from './document.ts';
import { readMap, type Yta } from './karta.ts';
import { type Kommun, PROFILE_FOLDER, swedishKommuner } from './kommuner.ts';
import { type Betalningsmodell, completeModel } from './model.ts';
import { meant } from './nearest.ts';
import { completeOpenData } from './open-data.ts';
import type { ProfileFile } from './schema.ts';

export type { Betalningsmodell, Delregion };

/** A region's organisation and parameters, checked and with every default filled in. */
export type Profile = {
  /** The file's name without ending: `skane`. */
  id: string;
  /** Every file read, the profile's own last, for checksums. */
  filer: string[];
  namn: string;
  region: { kod: string; namn: string };
  kallsystem: string | null;
  kontakt: string | null;
  /** Who answers for the site's accessibility, and what was found; null where the profile says nothing of it. */
  tillganglighet: Tillganglighet | null;
  oppna_data: OppnaData;
  kommuner: Kommun[];
  delregioner: Delregion[];
  /** The kommuner's areas from a map of one's own; null without one. */
  karta: Yta[] | null;
  /** Kommun codes row by row in rough geography, `''` for an empty tile; empty where the profile has no map. */
  rutkarta: string[][];
  vardgivare: { kod: string; namn: string; synonymer: string[] }[];
  rojandekontroll: { troskel: number; metod: 'undertryck' | 'ckm'; ckm: CkmParameters };
  /** How the kommun pays for waiting; null where the profile says nothing of it. */
  betalningsmodell: Betalningsmodell | null;
  belopp_per_dygn: { ar: number; kr: number; kalla: string | null }[];
  mal: Mal[];
  aktiviteter: NonNullable<ProfileFile['aktiviteter']>;
  aterinskrivning: { dagar: number; okand_planering: 'inte_oplanerad' | 'oplanerad' };
  kolumner: Record<string, string[]>;
  /** Columns (own names or headings) whose values are a number series and no personnummer, whatever they look like. */
  nummerserier: string[];
  samverkansdagar: string[];
  /** ISO weeks; may run over the new year. */
  semesterperiod: { fran_vecka: number; till_vecka: number };
  /** First day of the month that a delregion's page compares with; null: twelve months before the latest final one. */
  sedan: string | null;
  sista_datadag: string | null;
  max_avvisade_andel: number;
  /** What becomes of rows that say different things of the same stay or notice. */
  dubbletter: { motsagande: 'avvisa' | 'nyaste_filen' };
  /** Limits of the checks that remark and never refuse; see queries/6_katalog. */
  granskning: Granskning;
};

export type Granskning = {
  /** Usual number a month from which a month without any is a gap. */
  lucka_minst: number;
  /** Times more or less than usual that is a jump. */
  hopp_kvot: number;
  /** A jump is also more than this many times the square root of the greater number: chance makes small numbers jump. */
  hopp_brus: number;
  /** Share (0–1) of empty cells from which a column that figures need is told. */
  tom_kolumn_andel: number;
  /** Days beyond which a stay is remarked on. */
  lang_vistelse_dagar: number;
};

/** The profile called NAME (in `profiles/`) or written in FILE. Throws DataError for every fault of the one who wrote it. */
export function readProfile(nameOrFile: string): Profile {
  const path = locate(nameOrFile);
  const chain = inherit(path, []);
  const merged = chain.map(({ content }) => content).reduce(build);
  checkProfile(merged, basename(path));
  const profile = complete(
    merged,
    chain.map(({ path: file }) => file),
  );
  const owner = chain.findLast(({ content }) => content.karta !== undefined);
  return owner ? withMap(profile, resolve(dirname(owner.path), owner.content.karta!)) : profile;
}

/** The profile with another map. Throws DataError for one that cannot be drawn. */
export function withMap(profile: Profile, file: string): Profile {
  return { ...profile, karta: readMap(file, profile.kommuner), filer: [file, ...profile.filer] };
}

/** The payment models of the profiles that come with the program, one per profile that has any. */
export function programModels(): Betalningsmodell[] {
  return profileNames().flatMap((name) => readProfile(name).betalningsmodell ?? []);
}

/** Names of the profiles that come with the program. */
export function profileNames(): string[] {
  return readdirSync(PROFILE_FOLDER)
    .filter((file) => extname(file) === '.yaml' && file !== HEADING_FILE)
    .map((file) => basename(file, '.yaml'))
    .sort();
}

/** A name is looked for among the program's profiles, anything with a slash or a YAML ending is a path. */
function locate(nameOrFile: string, folder = process.cwd()): string {
  if (/[/\\]|\.ya?ml$/i.test(nameOrFile)) {
    const path = resolve(folder, nameOrFile);
    if (existsSync(path)) return path;
    throw new DataError(`Profilfilen ${nameOrFile} finns inte. Kontrollera sökvägen.`);
  }
  const names = profileNames();
  if (names.includes(nameOrFile)) return `${PROFILE_FOLDER}${nameOrFile}.yaml`;
  throw new DataError(
    `Okänd profil "${nameOrFile}"${meant(nameOrFile, names, '.')} Profiler som finns: ${names.join(', ')}. ` +
      'En egen profil anges med sökvägen till filen, till exempel --profile ./min-region.yaml.',
  );
}

/** The file and those it builds on, the most general first. */
function inherit(path: string, seen: string[]): { path: string; content: ProfileFile }[] {
  if (seen.includes(path)) {
    const round = [...seen, path].map((file) => basename(file)).join(' → ');
    throw new DataError(`Profilerna bygger på varandra i en cirkel: ${round}. Ta bort ett utgar_fran.`);
  }
  const content = readProfileFile(path);
  if (content.utgar_fran === undefined) return [{ path, content }];
  return [...inherit(locate(content.utgar_fran, dirname(path)), [...seen, path]), { path, content }];
}

/** A profile that names fewer kommuner and no delregioner of its own keeps the inherited ones, without the kommuner it left out. */
function build(general: ProfileFile, special: ProfileFile): ProfileFile {
  const merged = merge(special.betalningsmodell ? withoutModelSource(general) : general, special);
  if (!special.kommuner || special.delregioner || !general.delregioner) return merged;
  const left = new Set(special.kommuner);
  const delregioner = general.delregioner
    .map((entry) => ({
      ...entry,
      kommuner: entry.kommuner.filter((item) => left.has(typeof item === 'string' ? item : item.kod)),
    }))
    .filter((entry) => entry.kommuner.length > 0);
  return { ...merged, delregioner };
}

/** Who stands behind a payment model, and what of it is unconfirmed, does not pass on to a model that was changed. */
function withoutModelSource({ betalningsmodell, ...general }: ProfileFile): ProfileFile {
  if (!betalningsmodell) return general;
  const {
    namn: _namn,
    kalla: _kalla,
    bekraftad: _bekraftad,
    obekraftat: _obekraftat,
    ...rest
  } = betalningsmodell;
  return { ...general, betalningsmodell: rest };
}

/** Maps merge key by key, lists and single values replace. */
function merge<T>(general: T, special: T): T {
  if (!isMap(general) || !isMap(special)) return special;
  const result: Record<string, unknown> = { ...general };
  for (const [key, value] of Object.entries(special)) {
    result[key] = key in result && value !== undefined ? merge(result[key], value) : value;
  }
  return result as T;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fills in the defaults. The profile has passed `checkProfile`. */
function complete(file: ProfileFile, files: string[]): Profile {
  const names = new Map(swedishKommuner().map((kommun) => [kommun.kod, kommun.namn]));
  const id = basename(files.at(-1)!).replace(/\.ya?ml$/i, '');
  return {
    id,
    filer: files,
    namn: file.namn!,
    region: { kod: file.region!.kod!, namn: file.region!.namn! },
    kallsystem: file.kallsystem ?? null,
    kontakt: file.kontakt ?? null,
    tillganglighet: file.tillganglighet
      ? {
          forenlighet: null,
          granskare: null,
          bedomd: null,
          uppdaterad: null,
          ...file.tillganglighet,
          brister: (file.tillganglighet.brister ?? []).map((fault) => ({ atgard: null, ...fault })),
        }
      : null,
    oppna_data: completeOpenData(file),
    kommuner: file.kommuner!.map((kod) => ({ kod, namn: names.get(kod)! })),
    delregioner: gatherDelregioner(file.delregioner ?? []),
    karta: null,
    rutkarta: file.rutkarta ?? [],
    vardgivare: (file.vardgivare ?? []).map((item) => ({ ...item, synonymer: item.synonymer ?? [] })),
    rojandekontroll: {
      troskel: file.rojandekontroll?.troskel ?? 5,
      metod: file.rojandekontroll?.metod ?? 'undertryck',
      ckm: { ...CKM_DEFAULTS, ...file.rojandekontroll?.ckm },
    },
    betalningsmodell: completeModel(file, id),
    belopp_per_dygn: (file.belopp_per_dygn ?? []).map((item) => ({ ...item, kalla: item.kalla ?? null })),
    mal: (file.mal ?? []).map((goal) => ({
      ...goal,
      namnd: goal.namnd ?? null,
      beslutad: goal.beslutad ?? null,
      till: goal.till ?? null,
      exempel: goal.exempel ?? false,
    })),
    aktiviteter: file.aktiviteter ?? [],
    aterinskrivning: {
      dagar: file.aterinskrivning?.dagar ?? 30,
      okand_planering: file.aterinskrivning?.okand_planering ?? 'inte_oplanerad',
    },
    kolumner: file.kolumner ?? {},
    nummerserier: file.nummerserier ?? [],
    samverkansdagar: file.samverkansdagar ?? [],
    semesterperiod: file.semesterperiod ?? { fran_vecka: 25, till_vecka: 32 },
    sedan: file.sedan === undefined ? null : `${file.sedan}-01`,
    sista_datadag: file.sista_datadag ?? null,
    max_avvisade_andel: file.max_avvisade_andel ?? 0.05,
    dubbletter: { motsagande: file.dubbletter?.motsagande ?? 'avvisa' },
    granskning: {
      lucka_minst: file.granskning?.lucka_minst ?? 5,
      hopp_kvot: file.granskning?.hopp_kvot ?? 2,
      hopp_brus: file.granskning?.hopp_brus ?? 4,
      tom_kolumn_andel: file.granskning?.tom_kolumn_andel ?? 0.5,
      lang_vistelse_dagar: file.granskning?.lang_vistelse_dagar ?? 365,
    },
  };
}
