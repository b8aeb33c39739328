import { join } from 'node:path';
import { readKeyFile } from '../extracts/identity/key.ts';
import { PAGES_DIR, WORK_DIR } from '../places.ts';
import type { Option, Values } from './options.ts';

/** The option `--pseudonymize` of the commands that read extracts. */
export const pseudonymize: Option = {
  varde: 'NYCKELFIL',
  hjalp: 'ersätt patienternas id med pseudonymer, gjorda med nyckeln i filen (minst 32 byte)',
};

/**
 * The key to make pseudonyms with, undefined without the option. `out`: the folder that is to be published. Says on stderr
 * what is unwise. Throws UsageError for a key file that cannot be used.
 */
export function readKey(values: Values, out?: string): Buffer | undefined {
  if (values.pseudonymize === undefined) return undefined;
  const published = [PAGES_DIR, join(WORK_DIR, 'data'), ...(out === undefined ? [] : [out])];
  return readKeyFile(values.pseudonymize, published, (text) => process.stderr.write(`${text}\n`));
}
