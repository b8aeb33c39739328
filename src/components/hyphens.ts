/** Where a long place name may break: browsers seldom have Swedish hyphenation of their own. */

/** What the last part of a kommun's name often is. */
const ENDINGS = [
  ...['backa', 'backen', 'berg', 'borg', 'by', 'bygd', 'dalen', 'fors', 'fred', 'hammar', 'hamn', 'holm'],
  ...['hättan', 'kalix', 'krona', 'köping', 'landa', 'ljunga', 'långa', 'näs', 'skoga', 'spång', 'stad'],
  ...['ström', 'sund', 'torneå', 'torp', 'tuna', 'tälje', 'vall', 'valla', 'vik', 'viken', 'åker', 'ås'],
];
/** Shorter words than this fit in a map's square. */
const LONG = 9;

const parts = new RegExp(`^(.{3,}?)(${ENDINGS.join('|')})$`);

/** A name with a soft hyphen before the last part of each long word. */
export function hyphenated(name: string): string {
  return name
    .split(' ')
    .map((word) => {
      const [, first, last] = (word.length >= LONG && parts.exec(word)) || [];
      return first && last ? `${first}\u00ad${last}` : word;
    })
    .join(' ');
}
