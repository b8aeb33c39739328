import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { between, type Random, seededRandom } from '../../data-loaders/demo/random.ts';
import { DataError, printable } from '../../data-loaders/errors.ts';
import { readRows } from '../../data-loaders/pipeline.ts';
import type { Profile } from '../../data-loaders/profile/read.ts';
import { assertAcceptable, reportText } from '../../data-loaders/report.ts';
import { openDatabase } from '../../data-loaders/sql.ts';
import { DAMAGES } from './damage.ts';
import { type Draft, OPERATORS } from './mutate.ts';
import { ID, validSheets } from './sheets.ts';
import { writeDraft } from './write.ts';

export type Outcome = {
  /** What was done to the one broken file, its name and its bytes: enough to make it again. */
  done: string[];
  fil: string;
  /** A message is what reading ended in; rows that are counted and then too few to build of end in a report. */
  end: 'message' | 'report';
  text: string;
};

/** Where the used rows of a kind end up. */
const USED: Record<string, string> = {
  utskrivningar: 's_vardtillfalle',
  vardtillfallen: 's_vardtillfalle',
  utskrivningsklar: 's_notis',
  aterinskrivningar: 's_aterinskrivning',
  jamforelse: 's_jamforelse',
  aktiviteter: 's_aktivitet',
};

/**
 * Makes valid extracts with one broken file among them and reads them as a build does. Throws an Error that tells what was
 * done unless they end in a message or in counted rows, as test/fuzz/fuzz.test.ts has it.
 */
export async function runOne(seed: number, profile: Profile, writer: DuckDBConnection): Promise<Outcome> {
  const random = seededRandom(seed * 7919);
  const home = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const [extracts, workDir] = [join(home, 'utdrag'), join(home, 'arbete')];
  for (const folder of [extracts, workDir]) mkdirSync(folder);
  const broken = await writeFolder(extracts, random, writer);
  const started = process.cpuUsage();
  const { connection, close } = await openDatabase(':memory:');
  const told: Outcome = { done: broken.done, fil: broken.fil, end: 'message', text: '' };
  try {
    const { report, unknown } = await readRows(connection, { extracts, profile, workDir });
    told.text = reportText(report, unknown);
    await assertCounted(connection, broken, report);
    told.end = 'report';
    await assertAcceptable(connection, report, profile);
  } catch (error) {
    if (!(error instanceof DataError)) throw new Error(`${describe(seed, broken)}: ${stack(error)}`);
    told.text += error.message;
    assertMessage(error.message, broken.fil, `${describe(seed, broken)}: ${error.message}`);
  } finally {
    close();
    rmSync(home, { recursive: true, force: true });
  }
  if (printable(told.text) !== told.text)
    throw new Error(`${describe(seed, broken)}: steers the terminal: ${JSON.stringify(told.text)}`);
  if (ID.test(told.text)) throw new Error(`${describe(seed, broken)}: an id is shown: ${told.text}`);
  // Of the processor: what else the machine does is no fault of the file's.
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  if (seconds > 20) throw new Error(`${describe(seed, broken)}: took ${seconds} s of the processor`);
  return told;
}

type Broken = { fil: string; count: number | null; done: string[] };

async function writeFolder(folder: string, random: Random, writer: DuckDBConnection): Promise<Broken> {
  const sheets = validSheets(random);
  const target = random() < 0.7 ? between(random, 0, 2) : between(random, 0, sheets.length - 1);
  let broken: Broken | null = null;
  for (const [index, sheet] of sheets.entries()) {
    const draft: Draft = {
      ...sheet,
      name: sheet.slag,
      titles: [],
      totals: [],
      count: sheet.rows.length,
      done: [],
    };
    if (index !== target) {
      const lines = [sheet.head, ...sheet.rows].map((row) =>
        row.map((text) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(';'),
      );
      writeFileSync(join(folder, `${sheet.slag}.csv`), `${lines.join('\n')}\n`);
      continue;
    }
    for (let n = between(random, 1, 5); n > 0; n--) mutate(draft, random);
    const file = await writeDraft(draft, random, writer);
    const fil = `${draft.name}.${file.ending}`;
    writeFileSync(join(folder, fil), damaged(file.bytes, draft, random));
    broken = { fil, count: draft.count, done: draft.done };
  }
  return broken!;
}

function mutate(draft: Draft, random: Random): void {
  const names = Object.keys(OPERATORS);
  const name = names[between(random, 0, names.length - 1)]!;
  OPERATORS[name]!(draft, random);
  draft.done.push(name);
}

function damaged(bytes: Buffer, draft: Draft, random: Random): Buffer {
  if (random() < 0.65) return bytes;
  const names = Object.keys(DAMAGES);
  const name = names[between(random, 0, names.length - 1)]!;
  draft.done.push(name);
  draft.count = null;
  return DAMAGES[name]!(bytes, random);
}

type Report = Awaited<ReturnType<typeof readRows>>['report'];

/** Read = used + refused for every file, the used ones counted where they ended up, and as many as were written. */
async function assertCounted(connection: DuckDBConnection, broken: Broken, report: Report): Promise<void> {
  for (const { fil, slag, lasta, anvanda, avvisade } of report) {
    const refused = Object.values(avvisade).reduce((sum, rows) => sum + rows, 0);
    const kind = slag === 'utskrivningsklar' ? ` and slag = '${slag}'` : '';
    const counted = await connection.runAndReadAll(
      `select count(*)::integer from ${USED[slag]} where fil = $fil${kind}`,
      { fil },
    );
    const used = Number(counted.getRows()[0]![0]);
    const sum = `${fil}: read ${lasta}, used ${anvanda}, refused ${refused}, found ${used}`;
    if (lasta !== anvanda + refused || used !== anvanda) throw new Error(sum);
    if (fil === broken.fil && broken.count !== null && lasta !== broken.count)
      throw new Error(`${sum}, written ${broken.count}`);
  }
}

/** Swedish, about a file or the folder, and nothing a program would say to itself. */
function assertMessage(message: string, fil: string, told: string): void {
  const plain = (text: string) => printable(text).replace(/\n/g, '\ufffd');
  const names =
    plain(message).includes(plain(fil)) || /Mappen|Utdragen|Inget vårdtillfälle| rader i /.test(message);
  const swedish = /[åäö]|\b(?:och|inte|rad|filen)\b/i.test(message);
  const foreign = /Error|undefined|\[object|NaN|\bat .+:\d+:\d+/.test(message.replaceAll(fil, ''));
  if (!names || !swedish || foreign) throw new Error(`bad message: ${told}`);
}

const describe = (seed: number, { fil, done, count }: Broken) =>
  `seed ${seed}, ${JSON.stringify(fil)}, ${done.join(', ')}, written ${count}`;
const stack = (error: unknown) => (error instanceof Error ? error.stack : String(error));
