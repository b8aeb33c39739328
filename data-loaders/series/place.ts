/** How a series of publications is asked for, and where a publication keeps its manifest. */
import { join } from 'node:path';

/** `--previous ingen`: the first publication of a series. */
export const NO_PREVIOUS = 'ingen';

/** What a publication follows; `mapp` is null for the first of a series. */
export type Series = { mapp: string | null; revision: boolean };

export const manifestOf = (mapp: string): string => join(mapp, 'data', 'manifest.json');
