/** A text as it is compared: lower case, no diacritics, only a–z and 0–9. `Utskrivningsklar-datum` → `utskrivningsklardatum`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** The id of a free text: ASCII, `_` between words. `SUS Lund` → `sus_lund`. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}
