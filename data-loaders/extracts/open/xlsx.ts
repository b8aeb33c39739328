import { readFileSync } from 'node:fs';
import { DataError } from '../../errors.ts';
import { type Extract, shown } from '../discover.ts';
import { XLSX_LIMITS } from './limits.ts';
import type { Opened, Score } from './opened.ts';
import { isBlank } from './tail.ts';
import { startsWith, titles } from './text.ts';
import { inThread } from './thread.ts';
import { type Row, readWorkbook, type SheetStart, type WorkbookReader, type Written } from './workbook.ts';
import { inspectZip } from './zip.ts';

type SpreadsheetOptions = { score: Score; temp: () => string };

/** An XLSX file: of its sheets the one whose heading row has most headings the kind has. Throws DataError. */
export async function openSpreadsheet(extract: Extract, options: SpreadsheetOptions): Promise<Opened> {
  const { fil, path, size } = extract;
  assertWorkbook(path, fil, size);
  try {
    const { unpacked, uncomputed } = await inspectZip(readFileSync(path), fil);
    const use = (reader: WorkbookReader) => openSheet(reader, fil, options);
    const opened =
      unpacked > XLSX_LIMITS.small
        ? await inThread(path, fil, use)
        : await use(await readWorkbook(path, fil));
    if (uncomputed)
      opened.anmarkningar.push('formler utan sparat värde räknas som tomma; spara arbetsboken i Excel');
    return opened;
  } catch (error) {
    throw error instanceof DataError ? error : damaged(fil);
  }
}

function assertWorkbook(path: string, fil: string, size: number): void {
  const name = shown(fil);
  if (size === 0)
    throw new DataError(`Filen ${name} är tom. Exportera utdraget på nytt eller ta bort filen.`);
  if (size > XLSX_LIMITS.file) {
    throw new DataError(
      `Filen ${name} är större än ${XLSX_LIMITS.file >> 20} MB. Spara bladet som CSV (UTF-8).`,
    );
  }
  if (startsWith(path, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new DataError(
      `Filen ${name} är låst med lösenord eller ett äldre kalkylblad (.xls). Spara den som Excel-arbetsbok (.xlsx) utan lösenord, eller som CSV (UTF-8).`,
    );
  }
}

function damaged(fil: string): DataError {
  return new DataError(
    `Filen ${shown(fil)} går inte att läsa som Excel-arbetsbok: den är skadad eller i ett annat format. ` +
      'Öppna den i Excel och spara den på nytt, eller spara den som CSV (UTF-8).',
  );
}

async function openSheet(
  { workbook, write }: WorkbookReader,
  fil: string,
  { score, temp }: SpreadsheetOptions,
): Promise<Opened> {
  const found = bestSheet(workbook.sheets, score);
  if (!found)
    throw new DataError(`Filen ${shown(fil)} är tom. Exportera utdraget på nytt eller ta bort filen.`);
  const { sheet, row, titleRows, others } = found;
  const header = row.cells.slice(0, row.cells.findLastIndex((cell) => !isBlank(cell)) + 1);
  const above = sheet.rows.slice(0, titleRows);
  const target = temp();
  const written = await write({ index: sheet.index, headerRow: row.rad, header, target });
  const { headings, fields, broken } = written;
  const said = [
    workbook.sheets.length > 1 && `blad: ${sheet.name} (ett av ${workbook.sheets.length})`,
    others.length > 0 && unread(others),
    sheet.hidden && 'bladet är dolt',
    titleRows > 0 && titles(titleRows),
    ...remarks(written, workbook.date1904),
  ];
  return {
    headings,
    headerRow: row.rad,
    rows: { typ: 'csv', path: target, delimiter: ',', skip: 0, fields, numbered: true, lines: null },
    broken,
    anmarkningar: said.filter((text) => text !== false),
    texter: [
      ...[sheet.name, ...others].map((text) => ({ plats: 'bladets namn', text })),
      ...above.map(({ rad, cells }) => ({ plats: `rad ${rad}`, text: cells.join(', ') })),
    ],
  };
}

/** `others`: names of visible sheets that fit as well and have rows too: a year or a month of its own, perhaps. */
type Found = { sheet: SheetStart; row: Row; titleRows: number; others: string[] };

/**
 * Most known headings; of equals the first sheet, the first row. A hidden sheet only where no visible one has any known
 * heading: it may be an old copy. null when all sheets are empty.
 */
function bestSheet(sheets: SheetStart[], score: Score): Found | null {
  const fits = [...sheets]
    .sort((a, b) => Number(a.hidden) - Number(b.hidden))
    .flatMap((sheet) => bestRow(sheet, score) ?? []);
  const known = fits.some(({ sheet, points }) => !sheet.hidden && points > 0);
  const seen = known ? fits.filter(({ sheet }) => !sheet.hidden) : fits;
  const most = Math.max(...seen.map(({ points }) => points));
  const [best, ...equals] = seen.filter(({ points }) => points === most);
  if (!best) return null;
  const others = known ? equals.filter(({ sheet, titleRows }) => titleRows + 1 < sheet.rows.length) : [];
  return { ...best, others: others.map(({ sheet }) => sheet.name) };
}

/** The row of a sheet with most known headings, of equals the first; null of an empty sheet. */
function bestRow(sheet: SheetStart, score: Score) {
  let best: { sheet: SheetStart; row: Row; titleRows: number; points: number } | null = null;
  for (const [titleRows, row] of sheet.rows.entries()) {
    const points = score(row.cells.map((cell) => cell.trim()));
    if (best === null || points > best.points) best = { sheet, row, titleRows, points };
  }
  return best;
}

const NAMES_SHOWN = 3;

function unread(names: string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).join(', ') + (names.length > NAMES_SHOWN ? ' …' : '');
  return names.length === 1
    ? `bladet ${shown} har lika många kända rubriker men lästes inte: spara det som en egen fil om det ska med`
    : `${names.length} blad till har lika många kända rubriker men lästes inte (${shown}): spara vart och ett som en egen fil om de ska med`;
}

function remarks({ beside, notes }: Written, date1904: boolean): (string | false)[] {
  return [
    beside > 0 && `${rader(beside)} har text till höger om rubrikerna`,
    notes.errors > 0 && `${celler(notes.errors)} med felvärde (#N/A och liknande) räknas som tomma`,
    notes.zeros > 0 && `${celler(notes.zeros)} med datumet noll räknas som tomma`,
    date1904 && notes.serials > 0 && 'datum räknas från 1904; en dag som saknar datumformat blir fyra år fel',
  ];
}

const rader = (count: number) => `${count} ${count === 1 ? 'rad' : 'rader'}`;
const celler = (count: number) => `${count} ${count === 1 ? 'cell' : 'celler'}`;
