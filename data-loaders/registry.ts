import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Indikator } from './types.ts';

export const QUERIES = fileURLToPath(new URL('../queries', import.meta.url));
const FOLDER = '3_indikatorer';

const niva = v.picklist(['kommun', 'delregion', 'region', 'vardgivare', 'kommun_vardgivare', 'klinik']);
const period = v.picklist(['manad', 'kvartal', 'halvar', 'ar', 'rullande12', 'helg']);
const grupp = v.picklist(['alla', 'somatik', 'psykiatri', '65plus', '80plus']);
const text = v.pipe(v.string(), v.nonEmpty());
/** SQL; a bare `true` of YAML too. */
const expression = v.pipe(v.union([text, v.boolean()]), v.transform(String));
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.nonEmpty());

const header = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9_]+$/)),
  titel: text,
  kort: text,
  definition: text,
  taljare: text,
  namnare: text,
  enhet: v.picklist([
    'dagar',
    'procent',
    'kvot',
    'fall per dag',
    'vårdplatser',
    'dygn per 1 000 invånare',
    'fall',
  ]),
  decimaler: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
  riktning: v.picklist(['lagre', 'hogre', 'ingen']),
  nivaer: list(niva),
  perioder: list(period),
  grupper: list(grupp),
  undantag: v.optional(v.record(niva, v.strictObject({ perioder: list(period), grupper: list(grupp) }))),
  i_stallet_for: v.optional(
    v.strictObject({ indikator: text, perioder: list(period), grupper: list(grupp) }),
  ),
  kategorier: v.optional(
    v.picklist([
      'veckodag',
      'veckodag_matris',
      'dagklass',
      'utskrivningsdag',
      'utskrivningsdag_destination',
      'vantan',
      'destination',
      'process',
      'behov',
      'orsak',
      'timme',
      'sommar',
      'ben',
      'frist',
      'retur',
      'vantan_kort',
      'avvikelse',
      'andringar',
      'varsel',
      'sol_hsl',
      'fel',
      'regel',
      'individuell',
      'betalning',
    ]),
  ),
  kraver: list(text),
  parametrar: v.optional(list(text)),
  rojande: v.strictObject({
    typ: v.picklist(['andel', 'medel', 'fordelning', 'kvantil', 'antal', 'kvot', 'dagandel']),
    mangd: v.picklist([
      'fall',
      'vardtillfalle',
      'episod',
      'helgfall',
      'episod_klar',
      'dygn',
      'pagaende',
      'betalning',
    ]),
    visar: v.record(text, v.picklist(['taljare', 'namnare', 'antal', 'rest', 'summa', 'delar'])),
  }),
  fall: v.strictObject({
    tabell: text,
    vistelse: v.optional(text, 'stay'),
    datum: v.optional(text),
    taljare: v.optional(expression),
    namnare: v.optional(expression),
  }),
  slutlig: v.picklist(['utskrivning', 'aterinskrivning', 'helg']),
  kalla: text,
  avviker: v.optional(text),
});

/**
 * The YAML between `/* ---` and `--- *\/` at the top of an indicator's SQL.
 * Throws an Error naming the file and the key if it is missing, misspelt or of the wrong kind.
 */
export function parseHeader(file: string, sql: string): Indikator {
  const found = /^\/\* ---\n([\s\S]*?)\n--- \*\//.exec(sql);
  if (!found?.[1]) throw new Error(`missing header: ${file} does not begin with /* --- … --- */`);
  const result = v.safeParse(header, parse(found[1], { uniqueKeys: true }));
  if (!result.success) {
    const where = result.issues.map((issue) => `${v.getDotPath(issue) ?? '?'}: ${issue.message}`);
    throw new Error(`invalid header: ${file}: ${where.join('; ')}`);
  }
  if (result.output.id !== basename(file, '.sql')) {
    throw new Error(`invalid header: ${file}: id is ${result.output.id}, the file is named otherwise`);
  }
  return { ...result.output, fil: `${FOLDER}/${basename(file)}`, sql } as Indikator;
}

/** Every indicator, one per SQL file of queries/3_indikatorer, by id. `dir` is the queries folder. */
export function readRegistry(dir: string = QUERIES): Indikator[] {
  const folder = join(dir, FOLDER);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql') && !file.startsWith('_'))
    .sort()
    .map((file) => parseHeader(file, readFileSync(join(folder, file), 'utf8')));
}

type Cells = { perioder: Indikator['perioder']; grupper: Indikator['grupper'] };

/** The period types and groups an indicator computes at one level; empty where it does not compute the level. */
export function cellsAt(indikator: Indikator, niva: Indikator['nivaer'][number]): Cells {
  if (!indikator.nivaer.includes(niva)) return { perioder: [], grupper: [] };
  return indikator.undantag?.[niva] ?? { perioder: indikator.perioder, grupper: indikator.grupper };
}

/** The texts of a header that counts within the parameter's days, which they give as 30. */
export function withDays(indikator: Indikator, dagar: number): Indikator {
  if (!indikator.parametrar?.includes('aterinskrivning.dagar')) return indikator;
  const say = (text: string) => text.replace(/\b30(?=\s+dagar)/g, String(dagar));
  const { titel, kort, definition, taljare, namnare, avviker } = indikator;
  return {
    ...indikator,
    ...{ titel: say(titel), kort: say(kort), definition: say(definition) },
    ...{ taljare: say(taljare), namnare: say(namnare) },
    ...(avviker === undefined ? {} : { avviker: say(avviker) }),
  };
}
