import Papa from 'papaparse';
import { DataError } from '../../errors.ts';
import { shown } from '../discover.ts';
import { createCanonical } from './canonical.ts';
import { tooLong } from './header.ts';
import { MAX_BROKEN } from './limits.ts';
import type { BrokenRow } from './opened.ts';
import { isBlank, looksTotal } from './tail.ts';

export type RowsOptions = {
  fil: string;
  target: string;
  /** The heading row's fields. */
  header: string[];
  /** How the row is written when it is shown as it stands. */
  delimiter: string;
  /**
   * A spreadsheet's rows end with their last filled cell: short ones are filled up, and what stands to the right of the
   * headings comes in one last field more, together.
   */
  loose?: boolean;
};

export type RowsResult = {
  headings: string[];
  /** Fields of every row written, the row number not counted. */
  fields: number;
  broken: BrokenRow[];
  /** Rows of nothing but separators at the end of the file. */
  emptyTail: number;
  /** Rows with text to the right of the headings (loose only). */
  beside: number;
};

/** Totals under the data are few; more rows that begin like one are data. */
const MAX_TOTALS = 10;
/** As many empty rows as a spreadsheet has; more are not held but written. */
const MAX_HELD = 1 << 20;

const NONE: string[] = [];

type Held = { rad: number; cells: string[]; total: boolean };

/**
 * Sorts records into the canonical file and the broken rows, in order. What may be the end of the file (rows of totals,
 * empty rows) is held until a data row follows. `add` throws DataError when a row is too long or too many are broken.
 */
export function createRows({ fil, target, header, delimiter, loose = false }: RowsOptions) {
  const canonical = createCanonical(target);
  const broken: BrokenRow[] = [];
  const named = header.findLastIndex((heading) => !isBlank(heading)) + 1;
  const fields = loose ? header.length + 1 : header.length;
  let held: Held[] = [];
  let totals = 0;
  let width = named;
  let beside = 0;

  const refuse = (row: BrokenRow) => {
    broken.push(row);
    if (broken.length > MAX_BROKEN) {
      throw new DataError(
        `Fler än ${MAX_BROKEN} rader i ${shown(fil)} går inte att dela upp i fält. Kontrollera skiljetecken och citattecken, ` +
          'eller exportera utdraget på nytt.',
      );
    }
  };
  const asText = (cells: string[]) => Papa.unparse([cells], { delimiter });
  const write = (rad: number, cells: string[]) => {
    const filled = cells.findLastIndex((cell) => !isBlank(cell)) + 1;
    if (!loose && (filled > header.length || (filled > 0 && cells.length < named))) {
      refuse({ rad, kod: 'fel_antal_falt', text: asText(cells) });
      return;
    }
    width = Math.max(width, Math.min(filled, fields));
    if (!canonical.write(rad, fitting(cells, filled))) throw tooLong(fil, rad);
  };
  /** The cells as many as the file has fields. */
  const fitting = (cells: string[], filled: number): string[] => {
    if (cells.length === fields && !loose) return cells;
    const row = Array.from(header, (_, index) => cells[index] ?? '');
    if (!loose) return row;
    if (filled > header.length) beside++;
    const rest = cells.slice(header.length).filter((cell) => !isBlank(cell));
    return [...row, rest.join(' | ')];
  };
  const release = () => {
    for (const { rad, cells } of held) write(rad, cells);
    held = [];
    totals = 0;
  };

  return {
    /** One record; a line with nothing on it is none. */
    add(rad: number, cells: string[]): void {
      if (cells.every(isBlank)) {
        if (cells.length > 1 && !loose) held.push({ rad, cells: NONE, total: false });
        if (held.length > MAX_HELD) release();
      } else if (looksTotal(cells, named)) {
        held.push({ rad, cells, total: true });
        if (++totals > MAX_TOTALS) release();
      } else {
        if (held.length > 0) release();
        write(rad, cells);
      }
    },
    /** A record that could not be split. */
    refuse(row: BrokenRow): void {
      release();
      refuse(row);
    },
    end(): RowsResult {
      for (const { rad, cells, total } of held)
        if (total) refuse({ rad, kod: 'summarad', text: asText(cells) });
      const emptyTail = held.filter(({ total }) => !total).length;
      const headings = [...header, ''].slice(0, width).map((heading) => heading.trim());
      canonical.close();
      return { headings, fields, broken, emptyTail, beside };
    },
    close: canonical.close,
  };
}
