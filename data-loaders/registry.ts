import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Indikator } from './types.ts';
import {
  ENHETER,
  GRUPPER,
  KATEGORIER,
  MANGDER,
  NIVAER,
  PERIODTYPER,
  ROJANDETYPER,
  SLUTLIGREGLER,
  TAL,
} from './value-lists.ts';

export const QUERIES = fileURLToPath(new URL('../queries', import.meta.url));
const FOLDER = '3_indikatorer';

const niva = v.picklist(NIVAER);
const period = v.picklist(PERIODTYPER);
const grupp = v.picklist(GRUPPER);
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
  enhet: v.picklist(ENHETER),
  decimaler: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
  riktning: v.picklist(['lagre', 'hogre', 'ingen']),
  nivaer: list(niva),
  perioder: list(period),
  grupper: list(grupp),
  undantag: v.optional(v.record(niva, v.strictObject({ perioder: list(period), grupper: list(grupp) }))),
  i_stallet_for: v.optional(
    v.strictObject({ indikator: text, perioder: list(period), grupper: list(grupp) }),
  ),
  kategorier: v.optional(v.picklist(KATEGORIER)),
  kraver: list(text),
  parametrar: v.optional(list(text)),
  rojande: v.strictObject({
    typ: v.picklist(ROJANDETYPER),
    mangd: v.picklist(MANGDER),
    visar: v.record(text, v.picklist(TAL)),
  }),
  fall: v.strictObject({
    tabell: text,
    vistelse: v.optional(text, 'stay'),
    datum: v.optional(text),
    taljare: v.optional(expression),
    namnare: v.optional(expression),
  }),
  slutlig: v.picklist(SLUTLIGREGLER),
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
  return { ...result.output, fil: `${FOLDER}/${basename(file)}`, sql };
}

/** Every indicator, one per SQL file of queries/3_indikatorer, by id. `dir` is the queries folder. */
export function readRegistry(dir: string = QUERIES): Indikator[] {
  const folder = join(dir, FOLDER);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql') && !file.startsWith('_'))
    .sort()
    .map((file) => parseHeader(file, readFileSync(join(folder, file), 'utf8')));
}

export type Cells = { perioder: Indikator['perioder']; grupper: Indikator['grupper'] };

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
