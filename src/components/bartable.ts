/** A bar in a table cell: its length beside others of the same column. */

const WIDTH = 160;
const HEIGHT = 12;

/** `<svg>` without words: the number stands in the cell beside it. Nothing for a value that is not shown. */
export function cellBar(value: number | null | undefined, most: number, fokus = false): string {
  if (value === null || value === undefined || most <= 0) return '';
  const width = Math.round((10 * WIDTH * value) / most) / 10;
  return (
    `<svg class="stav" aria-hidden="true" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
    `<rect class="${fokus ? 'd-stapel' : 'd-ovrig'}" width="${width}" height="${HEIGHT}"/></svg>`
  );
}
