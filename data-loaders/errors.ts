/**
 * A fault in the extracts or the profile: the Swedish message names the problem, file, row and column and a way out,
 * and shows a value only if it cannot identify anyone. The command ends with exit code 1 and no stack.
 */
export class DataError extends Error {
  override name = 'DataError';
}

/** Wrong use of a command (unknown option, missing value): exit code 2 and the command's help. */
export class UsageError extends Error {
  override name = 'UsageError';
}
