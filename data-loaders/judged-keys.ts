/** Published files that judge the published cells → the columns that tell a row of it (docs/filer.md). */
export const JUDGED_KEYS = {
  betalning: ['modell', 'enhet_id', 'period', 'grupp'],
  betalning_ar: ['modell', 'enhet_id', 'period', 'grupp'],
  bro: ['niva', 'enhet_id', 'periodtyp', 'period', 'nr'],
  mal: ['mal', 'enhet_id', 'periodtyp', 'period'],
  periodjamforelse: ['indikator', 'niva', 'enhet_id', 'periodtyp', 'period', 'mot'],
  aktivitet_utfall: ['nr', 'indikator'],
  tratt: ['indikator', 'niva', 'enhet_id', 'periodtyp', 'period'],
} as const;
export type JudgementFile = keyof typeof JUDGED_KEYS;

export const isJudgement = (id: string): id is JudgementFile => Object.hasOwn(JUDGED_KEYS, id);

/** A row's address: `bro|kommun|1281|ar|2025-01-01|2`, `data-bedomning` of the pages. */
export const judgedAddress = (file: JudgementFile, row: Record<string, unknown>): string =>
  [file, ...JUDGED_KEYS[file].map((key) => row[key])].join('|');
