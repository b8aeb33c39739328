import type { ComparisonChart, Lage, PubliceradRad } from './types.ts';
/** "29 väntedagar på 52 fall", "39 av 52 fall", each number tied to its cell. HTML; empty where the row is not shown. */
export function countPhrase(_row: PubliceradRad | undefined, _lage: Pick<Lage, 'indikator'>): string {
  return '';
}
/** Glyph with its hidden word as inline SVG: change ▼▲, normal ○, undecided ⊢⊣, not final dashed ○. */
export function verdictGlyph(_lage: Lage): string {
  return '';
}
/** Key-figure verdict: glyph + "**Förändring, bättre.** Över den övre gränsen 74,9." HTML. */
export function shortVerdict(_lage: Lage): string {
  return '';
}
/** One full sentence with unit, number, verdict word in bold, and reason (look.md wording 1–9). HTML. */
export function verdictSentence(_lage: Lage): string {
  return '';
}
/** The page's lead: the sentences of the given series, first one full, one `<p class="ingress">`. */
export function leadParagraph(_lagen: Lage[]): string {
  return '';
}
/** Finding title of a trend: "Eslöv: kortare väntan sedan maj 2025". Plain text. */
export function chartTitle(_lage: Lage): string {
  return '';
}
/** Finding title of a comparison: unit against region, only where the interval clears it; else that it does not. Plain text. */
export function comparisonTitle(
  _options: Pick<ComparisonChart, 'indikator' | 'rader' | 'fokus' | 'referens'>,
): string {
  return '';
}
/** Finding title of the matrix: weekdays with the longest mean wait among those with n ≥ 20. Plain text. */
export function weekdayTitle(_mean: PubliceradRad[]): string {
  return '';
}
