/** Faults of the computer that its owner can mend: told in Swedish, without a stack. */
const MESSAGES: [RegExp, string][] = [
  [
    /\b(?:ENOSPC|EDQUOT|EFBIG)\b|No space left on device|Disk quota exceeded|File too large/,
    'Disken är full. Den förra webbplatsen och den förra databasen står kvar orörda. Frigör plats där webbplatsen ' +
      '(--out) och arbetsmappen (.warehouse) ligger, och kör igen.',
  ],
  [
    /\bEROFS\b|Read-only file system/,
    'Disken går bara att läsa från. Den förra webbplatsen står kvar orörd. Välj en annan mapp med --out, eller kör ' +
      'programmet från en disk som går att skriva på.',
  ],
  [
    /\b(?:EACCES|EPERM)\b/,
    'Rättighet att skriva eller läsa saknas. Den förra webbplatsen står kvar orörd. Ändra rättigheterna och kör igen.',
  ],
  [
    /\b(?:EBUSY|EXDEV)\b/,
    'En mapp går inte att byta ut: den används av ett annat program eller är en egen disk. Den förra webbplatsen står ' +
      'kvar orörd. Stäng det andra programmet, eller välj en annan mapp.',
  ],
];

/** What to tell the one who runs the program if the computer is at fault, with the place if it is known; else null. */
export function environmentMessage(error: unknown): string | null {
  const chain = causes(error);
  const text = chain.map((part) => `${code(part)} ${message(part)}`).join('\n');
  const found = MESSAGES.find(([pattern]) => pattern.test(text));
  if (!found) return null;
  // Of a copy's two places it is the one written to that is full.
  const written = found[1].startsWith('Disken');
  const place = chain
    .map((part) => part as NodeJS.ErrnoException & { dest?: string })
    .map(({ path, dest }) => (written ? (dest ?? path) : path))
    .find((path) => path !== undefined);
  return place === undefined ? found[1] : `${found[1]} (${place})`;
}

function causes(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [];
}

const code = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
const message = (error: unknown): string => (error as Error).message;
