/** A text without blanks of any kind around it: hard and thin spaces and marks of no width too (SQL: `falttext`). */
export function withoutBlanks(text: string): string {
  return text.replace(
    /^[\0-\x20\p{Z}\u180e\u200b-\u200f\u2060\ufeff]+|[\0-\x20\p{Z}\u180e\u200b-\u200f\u2060\ufeff]+$/gu,
    '',
  );
}
