import type { PlacedText } from '../identity/texts.ts';

/** A row that is read and refused before any column is looked at. `kod`: a key of KODER; `text`: the row as it stands. */
export type BrokenRow = { rad: number; kod: string; text: string };

export type CsvRows = {
  typ: 'csv';
  path: string;
  delimiter: string;
  /** Lines before the first data row, the heading row included: the reader gets header = false, skip = this. */
  skip: number;
  /** Fields in every row, the row number not counted; ≥ headings.length (beyond them: trailing empty columns). */
  fields: number;
  /** true: the first field of every row is its row number. false: rows are numbered on from headerRow + 1. */
  numbered: boolean;
  /**
   * Lines from the first data row on, of a file given as it is: a reader that gets fewer rows has met line breaks inside
   * quotes. null in a canonical file.
   */
  lines: number | null;
};

export type ParquetRows = { typ: 'parquet'; path: string };

export type Opened = {
  /** As written, trimmed; trailing columns that are empty everywhere are left out. */
  headings: string[];
  /** Row number of the heading row, as a spreadsheet shows it; rows above it make it > 1. */
  headerRow: number;
  rows: CsvRows | ParquetRows;
  /** Data rows that are not in `rows` but count as read and refused. */
  broken: BrokenRow[];
  /** Facts about the file in plain Swedish, for the report. */
  anmarkningar: string[];
  /** What else the file says: rows above the headings, the sheet's name. Not read, but judged: it may name someone. */
  texter: PlacedText[];
};

/** How many of the cells are headings the kind of extract has. */
export type Score = (cells: string[]) => number;
