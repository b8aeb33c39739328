import { type CellStyle, type CellValue, writeXlsx } from 'hucre/xlsx';

/** The one place that writes workbooks with hucre: small ones, whole in memory. The same sheets give the same bytes. */

export type Sheet = {
  namn: string;
  /** From the top. Texts stay texts, whatever they begin with. */
  rader: CellValue[][];
  /** Column widths in characters. */
  bredder?: number[];
  /** The first row is headings: bold, and stays in view. */
  rubriker?: boolean;
  /** Range of the filter buttons, `A1:P20`. */
  filter?: string;
};

export type Head = {
  titel: string;
  /** ISO date that stands as created and modified: the last day of data, never a clock. */
  dag: string | null;
};

const HEADING: CellStyle = { font: { bold: true } };
const DAY: CellStyle = { numFmt: 'yyyy-mm-dd' };

/** The bytes of a workbook, dates shown as ISO dates. */
export async function createWorkbook(sheets: Sheet[], { titel, dag }: Head): Promise<Buffer> {
  const pinned = new Date(`${dag ?? '1980-01-01'}T00:00:00Z`);
  const bytes = await writeXlsx({
    sheets: sheets.map(({ namn, rader, bredder = [], rubriker = false, filter }) => ({
      name: namn,
      columns: bredder.map((width) => ({ width })),
      rows: rader,
      cells: styles(rader, rubriker),
      ...(rubriker ? { freezePane: { rows: 1 } } : {}),
      ...(filter ? { autoFilter: { range: filter } } : {}),
    })),
    properties: { title: titel, creator: 'Utskrivningsklar', created: pinned, modified: pinned },
  });
  return Buffer.from(bytes);
}

function styles(rows: CellValue[][], headings: boolean): Map<string, { style: CellStyle }> {
  const found = new Map<string, { style: CellStyle }>();
  for (const [row, cells] of rows.entries())
    for (const [column, value] of cells.entries()) {
      if (headings && row === 0) found.set(`${row},${column}`, { style: HEADING });
      if (value instanceof Date) found.set(`${row},${column}`, { style: DAY });
    }
  return found;
}
