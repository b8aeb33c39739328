/** Links from a shown figure to how it is computed. */

/** The page that explains an indicator (or a judgement's file); `cell`: the figure's address, which the page puts into its command. */
export const explainHref = (id: string, cell?: string): string =>
  `/sa-raknas/${id}${cell === undefined ? '' : `?siffra=${encodeURIComponent(cell)}`}`;
