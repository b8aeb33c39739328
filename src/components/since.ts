/** What changed since a month, by the verdict then and the verdict now. Runs in the browser too: nothing is imported. */

/** Verdict on a month; null where none can be given. */
export type Omdome = 'battre' | 'samre' | 'forandring' | 'normal' | null;

const ways: Record<Exclude<Omdome, null>, string> = {
  battre: ', bättre',
  samre: ', sämre',
  forandring: '',
  normal: '',
};

/** The change in words: "Ny förändring, bättre", "Kvarstår, sämre", "Åter normalt", "Oförändrat". */
export function sinceWord(then: Omdome, now: Omdome): string {
  if (now === null) return then === null ? 'Ingen bedömning' : 'Ingen bedömning nu';
  if (then === null) return now === 'normal' ? 'Normalt nu' : `Förändring nu${ways[now]}`;
  if (then === now) return now === 'normal' ? 'Oförändrat' : `Kvarstår${ways[now]}`;
  if (now === 'normal') return 'Åter normalt';
  return then === 'normal' ? `Ny förändring${ways[now]}` : `Har vänt${ways[now]}`;
}

/** True where the change came after the month it is compared with. */
export const isNew = (then: Omdome, now: Omdome): boolean =>
  then !== null && now !== null && now !== 'normal' && then !== now;

/** "Ny förändring sedan oktober 2025: Eslöv och Lund"; `names` is what is new, as a list in words. */
export const sinceTitle = (month: string, names: string): string =>
  names ? `Ny förändring sedan ${month}: ${names}` : `Ingen ny förändring sedan ${month}`;
