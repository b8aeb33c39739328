import type { OppnaData } from '../catalogue-types.ts';
import type { ProfileFile } from './schema.ts';

/** What the profile says of publishing as open data; null where it says nothing, and nothing is assumed. */
export const completeOpenData = ({ oppna_data: given }: ProfileFile): OppnaData => ({
  utgivare: given?.utgivare ?? null,
  adress: given?.adress ? given.adress.replace(/\/?$/, '/') : null,
  licens: given?.licens ?? null,
});
