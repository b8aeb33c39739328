import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { DataError } from '../../errors.ts';
import { fold } from '../../profile/fold.ts';
import { PROFILE_FOLDER } from '../../profile/kommuner.ts';
import { meant } from '../../profile/nearest.ts';

/** Headings that the exports of one system are thought to have. `kolumner`: column → headings as written. */
export type HeadingSet = { id: string; namn: string; bekraftad: boolean; kolumner: Record<string, string[]> };

/** The file of heading sets, among the profiles but none of them. */
export const HEADING_FILE = 'rubriker.yaml';

/** The set whose headings count as the columns' own names: no system's. */
export const GENERAL = 'allmanna';

const schema = v.record(
  v.string(),
  v.strictObject({
    namn: v.string(),
    bekraftad: v.boolean(),
    kolumner: v.record(v.string(), v.array(v.pipe(v.string(), v.regex(/[\p{L}\d]/u)))),
  }),
);

const cached = new Map<string, HeadingSet[]>();

/**
 * The sets of a file, the program's own if none is given. `columns`: the columns there are. Throws DataError, with the line,
 * for what is no set, a column that is not there, and a heading that comes twice or means two columns.
 */
export function readHeadingSets(columns: string[], path = `${PROFILE_FOLDER}${HEADING_FILE}`): HeadingSet[] {
  const known = cached.get(path);
  if (known) return known;
  const file = basename(path);
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) {
    const what =
      broken.code === 'DUPLICATE_KEY'
        ? 'samma nyckel står två gånger; ta bort den ena.'
        : 'raden följer inte YAML; kontrollera kolon, indrag och citattecken.';
    throw faulty(`${file} rad ${lines.linePos(broken.pos[0]).line}`, what);
  }
  const lineOf = (keys: (string | number)[]): string => {
    const node = document.getIn(keys, true);
    if (isNode(node) && node.range) return `${file} rad ${lines.linePos(node.range[0]).line}`;
    return keys.length > 0 ? lineOf(keys.slice(0, -1)) : file;
  };
  const read = v.safeParse(schema, document.toJS() ?? {});
  if (!read.success) {
    const keys = (read.issues[0].path ?? []).map(({ key }) => key as string | number);
    throw faulty(
      lineOf(keys),
      'varje uppsättning ska ha namn, bekraftad (true eller false) och kolumner med listor av rubriker.',
    );
  }
  const sets = Object.entries(read.output).map(([id, set]) => ({ id, ...set }));
  assertOneMeaning(sets, columns, (set, column, index) =>
    lineOf([set, 'kolumner', column, ...(index === undefined ? [] : [index])]),
  );
  cached.set(path, sets);
  return sets;
}

type Place = (set: string, column: string, index?: number) => string;

function assertOneMeaning(sets: HeadingSet[], columns: string[], place: Place): void {
  const meaning = new Map<string, { column: string; at: string }>();
  for (const column of columns) meaning.set(fold(column), { column, at: 'kolumnens eget namn' });
  for (const { id, kolumner } of sets) {
    const own = new Set<string>();
    for (const [column, headings] of Object.entries(kolumner)) {
      if (!columns.includes(column)) {
        throw faulty(
          place(id, column),
          `"${column}" är ingen kolumn programmet känner till${meant(column, columns, '.')}`,
        );
      }
      for (const [index, heading] of headings.entries()) {
        const key = fold(heading);
        const at = place(id, column, index);
        const other = meaning.get(key);
        if (other && other.column !== column) {
          throw faulty(
            at,
            `rubriken "${heading}" pekar på ${column} men också på ${other.column} (${other.at}).`,
          );
        }
        if (own.has(key)) throw faulty(at, `rubriken "${heading}" står två gånger i ${id}; ta bort den ena.`);
        own.add(key);
        meaning.set(key, { column, at });
      }
    }
  }
}

function faulty(place: string, what: string): DataError {
  return new DataError(`Rubrikfilen har fel (${place}): ${what}`);
}
