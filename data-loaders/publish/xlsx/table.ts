import { writeFile } from 'node:fs/promises';
import type { DuckDBBlobValue, DuckDBConnection } from '@duckdb/node-api';
import type { CellValue } from 'hucre/xlsx';
import { identifier } from '../../extracts/sql-text.ts';
import { asEnum, type Column, decimalText, describeWords } from '../table.ts';
import { wordOf } from './codes.ts';
import { HEADINGS } from './headings.ts';
import { readParts } from './parts.ts';
import { createWorkbook, type Head } from './workbook.ts';
import { writeZip } from './zip.ts';

/** What a published workbook says of itself beside its rows. */
export type About = Head & {
  syntetisk: boolean;
  /** Pairs of the sheet "Om filen". */
  om: [string, string][];
};

/** More rows than this are tiresome in a spreadsheet: the months are left out, and the workbook says so. */
const MANY_ROWS = 50_000;

/** Rows in a text that DuckDB hands over: one at a time costs more than making it. */
const TOGETHER = 2048;
const SHEET = 'xl/worksheets/sheet1.xml';
const WORDS = 'xl/sharedStrings.xml';

/**
 * Writes a published table as a workbook: Swedish headings, dates as dates, `skyddad` and `saknas` as words where the value would
 * stand. hucre makes the workbook around the rows; DuckDB writes the rows, which is ten times as fast. Throws an Error
 * for a column without a heading.
 */
export async function writeXlsxTable(
  connection: DuckDBConnection,
  table: string,
  file: string,
  about: About,
  described?: Column[],
): Promise<void> {
  let columns = described ?? (await describeWords(connection, table));
  let count = await countRows(connection, table);
  const withoutMonths = count > MANY_ROWS && columns.some(({ name }) => name === 'periodtyp');
  if (withoutMonths) {
    await connection.run(
      `create or replace temp table arbetsblad as from ${table} where periodtyp <> 'manad'`,
    );
    columns = await describeWords(connection, 'arbetsblad');
    count = await countRows(connection, 'arbetsblad');
  }
  const parts = await readParts(await envelope(columns, count, withoutMonths, about));
  const { words, sql } = rowsAsXml(withoutMonths ? 'arbetsblad' : table, columns, parts);
  const rows = (await (await connection.run(sql)).getColumns())[0] as DuckDBBlobValue[] | undefined;
  if (withoutMonths) await connection.run('drop table arbetsblad');
  const content = parts.map(({ path, content }) => {
    if (path === SHEET)
      return {
        path,
        content: replaceTemplate(
          content,
          (rows ?? []).map(({ bytes }) => bytes),
        ),
      };
    return { path, content: path === WORDS ? addWords(content, words) : content };
  });
  await writeFile(file, await writeZip(content));
}

async function countRows(connection: DuckDBConnection, table: string): Promise<number> {
  const rows = await connection.run(`select count(*)::integer from ${table}`);
  return (await rows.getRows())[0]![0] as number;
}

/** The workbook without rows: headings, and a second row that shows which style a date has. */
function envelope(columns: Column[], count: number, withoutMonths: boolean, about: About): Promise<Buffer> {
  const headings = columns.map(({ name }) => {
    const heading = HEADINGS[name];
    if (!heading) throw new Error(`column without heading: ${name}`);
    return heading;
  });
  const leftOut = `Månaderna är utelämnade: med dem har tabellen fler än ${MANY_ROWS} rader. De finns i filerna som är CSV, Parquet och Arrow.`;
  const om: CellValue[][] = [
    ...(about.syntetisk ? [['Syntetiska uppgifter', 'Alla vårdtillfällen är påhittade.']] : []),
    ...about.om,
    ...(withoutMonths ? [['Utelämnat', leftOut]] : []),
  ];
  return createWorkbook(
    [
      {
        namn: about.syntetisk ? 'Syntetiska uppgifter' : 'Siffror',
        rader: [
          [...headings, ...(withoutMonths ? [null, leftOut] : [])],
          columns.map(({ type }) => (type === 'DATE' ? new Date(0) : 0)),
        ],
        bredder: columns.map(({ name }) => WIDTHS[name] ?? 12),
        rubriker: true,
        filter: `A1:${letters(columns.length - 1)}${count + 1}`,
      },
      { namn: 'Om filen', rader: om, bredder: [26, 110] },
    ],
    about,
  );
}

const WIDTHS: Record<string, number> = {
  indikator: 30,
  niva: 18,
  enhet: 22,
  period: 19,
  kategori: 22,
  belopp_kalla: 40,
  kalla: 40,
};

/** SQL for the rows' XML in order, some rows a text, and the words it refers to by number. */
function rowsAsXml(
  table: string,
  columns: Column[],
  parts: { path: string; content: Buffer }[],
): { words: string[]; sql: string } {
  const part = (name: string) => parts.find(({ path }) => path === name)!.content.toString('utf8');
  const first = part(WORDS).split('<si>').length - 1;
  const day = /<c r="[A-Z]+2" s="(\d+)"/.exec(part(SHEET))?.[1];
  const words: string[] = [];
  const cells: string[] = [];
  let status = '';
  for (const [index, { name, type, words: found }] of columns.entries()) {
    const column = identifier(name);
    const open = (attributes: string) => `'<c r="${letters(index)}' || radnr || '"${attributes}><v>'`;
    if (type !== 'VARCHAR') {
      const number = type === 'DOUBLE' ? decimalText(column) : type === 'DATE' ? serial(column) : column;
      cells.push(`${open(type === 'DATE' ? ` s="${day}"` : '')} || ${number} || '</v></c>'`);
      continue;
    }
    const code = wordNumber(name, found!, first + words.length);
    words.push(...found!.map((word) => wordOf(name, word)));
    cells.push(`${open(' t="s"')} || ${code} || '</v></c>'`);
    if (name === 'status') status = code;
  }
  const varde = columns.findIndex(({ name }) => name === 'varde');
  if (status && varde >= 0)
    cells[varde] =
      `coalesce(${cells[varde]}, case when status <> 'visas' then '<c r="${letters(varde)}' || radnr || '" t="s"><v>' || ${status} || '</v></c>' end)`;
  // One concat per row, which passes over what is null: a chain of || would copy the row once per cell.
  return {
    words,
    sql: `select encode(string_agg(xml, '' order by plats)) from (
        select plats, concat('<row r="', radnr, '">', ${cells.join(', ')}, '</row>') as xml
        from (select rowid as plats, cast(rowid + 2 as varchar) as radnr, * from ${table})
      ) group by plats // ${TOGETHER} order by plats // ${TOGETHER}`,
  };
}

/** Days as a spreadsheet counts them. */
const serial = (column: string): string => `date_diff('day', date '1899-12-30', ${column})`;

/** The number of a word among the workbook's: its place in the column's list and those before it. */
function wordNumber(name: string, words: string[], first: number): string {
  if (words.length === 0) return 'cast(null as varchar)';
  // A code is as small as the list is short: what it is added to may not fit in it.
  return `cast(${first} + cast(enum_code(${asEnum(name, words)}) as integer) as varchar)`;
}

function replaceTemplate(sheet: Buffer, rows: Uint8Array[]): Buffer {
  const start = sheet.indexOf('<row r="2"');
  const end = sheet.indexOf('</sheetData>');
  return Buffer.concat([sheet.subarray(0, start), ...rows, sheet.subarray(end)]);
}

function addWords(shared: Buffer, words: string[]): Buffer {
  const more = words.map((word) => `<si><t xml:space="preserve">${xmlText(word)}</t></si>`).join('');
  const text = shared.toString('utf8').replace(/ (?:count|uniqueCount)="\d+"/g, '');
  return Buffer.from(
    text.replace('</sst>', () => `${more}</sst>`),
    'utf8',
  );
}

/** Text as a workbook holds it: signs that XML cannot hold go, and `_x0041_` is no sign for a letter. */
function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** Column 0 → A, 26 → AA. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
