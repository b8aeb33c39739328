import { maskNumbers } from './extracts/identity/number.ts';

/**
 * A fault in the extracts or the profile: the Swedish message names the problem, file, row and column and a way out,
 * and shows a value only if it cannot identify anyone. The command ends with exit code 1 and no stack.
 */
export class DataError extends Error {
  override name = 'DataError';

  constructor(message: string) {
    super(printable(message));
  }
}

/**
 * Names of files and headings are written by others: a sign that would steer a terminal or turn the text around is
 * shown as �, a valid personnummer is masked. Line breaks stay, the messages have their own.
 */
export function printable(text: string): string {
  return maskNumbers(text).replace(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, (sign) =>
    sign === '\n' ? sign : '\ufffd',
  );
}

/** Wrong use of a command (unknown option, missing value): exit code 2 and the command's help. */
export class UsageError extends Error {
  override name = 'UsageError';
}
