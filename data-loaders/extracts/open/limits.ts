/** Bytes of one row, quotes included: a longer one is no row but a file gone wrong. DuckDB takes 2 MB. */
export const MAX_RECORD = 1 << 20;
/** Records looked through for the heading row, empty lines not counted. */
export const HEADING_RECORDS = 30;
/** Bytes a gzip file may unpack to, whatever its own size. */
export const MAX_UNPACKED = 10 * 2 ** 30;
/** A gzip file may always unpack to this many bytes, and beyond that to this many times its size: an extract gives 5–30. */
export const UNPACKED_FREELY = 64 * 2 ** 20;
export const UNPACKED_TIMES = 200;
/** Rows that cannot be split into fields, after which the file is refused as a whole. */
export const MAX_BROKEN = 100_000;
/** Rows with a stray quote, after which the file is refused as a whole: each is parsed twice. */
export const MAX_QUOTE_FAULTS = 5_000;

/** The spreadsheet's limits. An XLSX file of a million rows and fifteen columns is within them. */
export const XLSX_LIMITS = {
  /** Bytes of the file itself. */
  file: 512 * 2 ** 20,
  entries: 5_000,
  /** Bytes of all parts up to which a workbook is read without a thread of its own: it cannot take much of either. */
  small: 4 * 2 ** 20,
  /** Bytes a sheet unpacks to: read as a stream. */
  sheet: 2 ** 30,
  /** Bytes the texts, styles or workbook part unpacks to: each is held in memory. */
  part: 96 * 2 ** 20,
  sheets: 100,
  cells: 40_000_000,
  /** Megabytes of memory the reader may take. */
  memory: 1_536,
  milliseconds: 300_000,
};
