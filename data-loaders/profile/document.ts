import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import { type Document, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { DataError } from '../errors.ts';
import { meant } from './nearest.ts';
import { type ProfileFile, profileSchema } from './schema.ts';
import { LOST_QUOTES } from './values.ts';

/** What the YAML reader's error codes mean to the one who wrote the file. */
const YAML_FAULTS: Record<string, string> = {
  DUPLICATE_KEY: 'samma nyckel står två gånger; ta bort den ena',
  TAB_AS_INDENT: 'indraget är gjort med tabb; använd mellanslag',
  BAD_INDENT: 'indraget stämmer inte med raderna omkring',
  MISSING_CHAR: 'ett avslutande citattecken, en parentes eller ett kolon saknas',
  BLOCK_AS_IMPLICIT_KEY: 'ett kolon står där det inte kan tolkas; sätt texten inom citattecken',
  BAD_DQ_ESCAPE: 'ett omvänt snedstreck står i en text inom citattecken; använd enkla citattecken',
  MULTIPLE_DOCS: 'filen har flera dokument; ta bort raden ---',
};

/** One profile file as written, its keys and types checked. Throws DataError with file and line for each fault. */
export function readProfileFile(path: string): ProfileFile {
  const file = basename(path);
  const lines = new LineCounter();
  const document = parseDocument(readText(path).replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
  });
  const broken = document.errors[0];
  if (broken) {
    const what =
      YAML_FAULTS[broken.code] ?? 'raden följer inte YAML; kontrollera kolon, indrag och citattecken';
    throw new DataError(
      `Profilen går inte att läsa (${file} rad ${lines.linePos(broken.pos[0]).line}): ${what}.`,
    );
  }
  const content: unknown = document.toJS() ?? {};
  if (typeof content !== 'object' || Array.isArray(content)) {
    throw new DataError(`Profilen går inte att läsa (${file} rad 1): filen ska bestå av nycklar och värden.`);
  }
  const result = v.safeParse(profileSchema, content);
  if (result.success) return result.output;
  const faults = result.issues.map((issue) => describe(issue, document, lines, file));
  throw new DataError(`Profilen har fel.\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new DataError(
      `Profilfilen ${basename(path)} går inte att öppna: rättighet saknas, eller så är den ingen fil.`,
    );
  }
}

type Issue = v.InferIssue<typeof profileSchema>;

/** One fault in Swedish: what, where, and the way out. */
function describe(issue: Issue, document: Document.Parsed, lines: LineCounter, file: string): string {
  const path = (issue.path ?? []).map((step) => String(step.key));
  const place = `${file} rad ${lineOf(document, lines, path)}`;
  const key = path.at(-1) ?? '';
  const parent = name(path.slice(0, -1));
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = knownKeys(path);
    return `okänd nyckel "${key}"${parent ? ` i ${parent}` : ''} (${place})${meant(key, known)}`;
  }
  if (issue.type === 'strict_object' && issue.path?.at(-1)?.origin === 'key') {
    return `${parent ? `${parent} saknar nyckeln ${key}` : `nyckeln ${key} saknas`} (${place})`;
  }
  if (typeof issue.input === 'number' && /citattecken/.test(issue.message)) {
    const node = document.getIn(path, true);
    const written = isScalar(node) && node.source ? node.source : String(issue.input);
    const read = written === String(issue.input) ? '' : ` och läses då som talet ${issue.input}`;
    return `${name(path)} (${place}): koden ${written} saknar citattecken${read}; skriv "${written}"`;
  }
  if (issue.type === 'picklist' && typeof issue.input === 'string') {
    const options = [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1]!);
    return `${name(path)} (${place}): ${issue.message}${meant(issue.input, options)}`;
  }
  const message = issue.message === LOST_QUOTES ? 'ska vara en kod inom citattecken' : issue.message;
  if (issue.type === 'strict_object') return `${name(path)} (${place}): ska vara nycklar med värden`;
  return `${name(path)} (${place}): ${message}`;
}

/** `delregioner[2].kommuner[1]`: list places count from one. */
function name(path: string[]): string {
  return path.reduce(
    (so, step) => (/^\d+$/.test(step) ? `${so}[${Number(step) + 1}]` : so ? `${so}.${step}` : step),
    '',
  );
}

/** Line of the innermost node on the path that exists; the key itself for an unknown key. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: string[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const steps = path.slice(0, depth).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    const node = document.getIn(steps, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** The keys allowed where an unknown one stands: read from the schema along the path. */
function knownKeys(path: string[]): string[] {
  let at: unknown = profileSchema;
  for (const step of path.slice(0, -1)) {
    const schema = unwrap(at);
    if ('entries' in schema) at = (schema.entries as Record<string, unknown>)[step];
    else if ('item' in schema) at = schema.item;
    if (at === undefined) return [];
  }
  const schema = unwrap(at);
  return 'entries' in schema ? Object.keys(schema.entries as object) : [];
}

function unwrap(schema: unknown): Record<string, unknown> {
  let inner = schema as Record<string, unknown>;
  while ('wrapped' in inner) inner = inner.wrapped as Record<string, unknown>;
  return inner;
}
