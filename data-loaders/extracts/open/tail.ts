/** A cell that shows nothing: spaces of any kind, zero-width ones too. */
export function isBlank(cell: string): boolean {
  const first = cell.charCodeAt(0);
  if (first > 0x20 && first < 0x7f) return false;
  return cell === '' || /^[\s\u200b\u2060]*$/.test(cell);
}

/** How a row of totals, or a line about the export, begins. */
const TOTAL =
  /^(del|slut)?summa\b|^summering\b|^total(t|en|er|summa)?\b|^grand total\b|^antal( (rader|poster|v[åa]rdtillf[äa]llen|patienter|unika\b.*))?\s*[:=]?\s*[\d\s]*$|^(rapporten |filen |listan )?(genererad|genererat|skapad|skapat|uttagen|uttaget|exporterad|exporterat|h[äa]mtad|h[äa]mtat|utskriven (den|av)|utskrivet (den|av))\b|^(uttag|k[äa]lla|slut p[åa]|sida \d)\b/i;

/** A row that sums up or describes the rows above: it begins so and holds (almost) nothing else. `fields` = the headings. */
export function looksTotal(cells: string[], fields: number): boolean {
  const first = cells.find((cell) => !isBlank(cell));
  if (first === undefined || !TOTAL.test(first.trim())) return false;
  return cells.filter((cell) => !isBlank(cell)).length <= Math.max(2, Math.floor(fields / 3));
}
