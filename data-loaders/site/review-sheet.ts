import type { Sheet } from '../publish/xlsx/workbook.ts';

export type Value = string | number | null;

/** A sheet of the reviewer's workbook: rows under headings. */
export const sheet = (namn: string, bredder: number[], headings: string[], rows: Value[][]): Sheet => ({
  namn,
  bredder,
  rubriker: true,
  rader: [headings, ...rows],
});
