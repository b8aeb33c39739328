/** What changed since a month, by the verdict then and the verdict now. Runs in the browser too: nothing is imported. */

/** Why nothing can be judged, after what cannot: hidden, missing and few, whichever they are. */
export const UNJUDGED = 'siffrorna visas inte eller rör få fall';

/** Verdict on a month; null where none can be given. */
export type Omdome = 'battre' | 'samre' | 'forandring' | 'normal' | null;

const ways: Record<Exclude<Omdome, null>, string> = {
  battre: ', bättre',
  samre: ', sämre',
  forandring: '',
  normal: '',
};

/** The change in words: "Ny förändring, bättre", "Kvarstår, sämre", "Åter normalt", "Samma bedömning" (the value may differ). */
export function sinceWord(then: Omdome, now: Omdome): string {
  if (now === null) return then === null ? 'Ingen bedömning' : 'Ingen bedömning nu';
  if (then === null) return now === 'normal' ? 'Normalt nu' : `Förändring nu${ways[now]}`;
  if (then === now) return now === 'normal' ? 'Samma bedömning' : `Kvarstår${ways[now]}`;
  if (now === 'normal') return 'Åter normalt';
  return then === 'normal' ? `Ny förändring${ways[now]}` : `Har vänt${ways[now]}`;
}

/** True where the change came after the month it is compared with. */
export const isNew = (then: Omdome, now: Omdome): boolean =>
  then !== null && now !== null && now !== 'normal' && then !== now;

/** Verdicts then and now, one pair per row. */
export type Omdomen = [then: Omdome, now: Omdome][];

/**
 * "Ny förändring sedan oktober 2025: Eslöv och Lund"; `names` is what is new, as a list in words. Where nothing is, it says
 * whether anything could be: a row without a verdict then or now acquits nobody.
 */
export function sinceTitle(month: string, names: string, verdicts: Omdomen): string {
  if (names) return `Ny förändring sedan ${month}: ${names}`;
  const judged = verdicts.filter(([then, now]) => then !== null && now !== null);
  if (judged.length === 0) return `Går inte att jämföra med ${month}: ${UNJUDGED}`;
  const rest = judged.length < verdicts.length ? ' där en bedömning kan göras' : '';
  return `Ingen ny förändring sedan ${month}${rest}`;
}
