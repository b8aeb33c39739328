import type { Filrapport, Filuppgift } from './types.ts';

/** The files' reports without numbers that 1 to k-1 patients could be behind. `k`: the threshold of disclosure control. */
export function publishedReport(report: Filrapport[], k: number): Filuppgift[] {
  return report.map((file) => {
    const open = (antal: number) => NOT_PATIENTS.includes(file.slag) || antal === 0 || antal >= k;
    const told = <T>(remarks: Record<string, T>): Record<string, T> =>
      Object.fromEntries(Object.entries(remarks).filter(([kod]) => open(file.anmarkningar[kod]!)));
    return {
      ...file,
      anmarkningar: map(file.anmarkningar, (antal) => (open(antal) ? antal : null)),
      rader: { ...file.rader, anmarkningar: told(file.rader.anmarkningar) },
      i_kolumner: { ...file.i_kolumner, anmarkningar: told(file.i_kolumner.anmarkningar) },
      kolumner: file.kolumner.map(({ tomma, rader, ...kolumn }) => ({
        ...kolumn,
        saknas_andel: open(tomma) && open(rader - tomma) ? share(tomma, rader) : null,
      })),
    };
  });
}

/** Kinds of extract whose rows are no patients. */
const NOT_PATIENTS = ['jamforelse', 'aktiviteter'];

const share = (part: number, whole: number): number => Math.round((1e6 * part) / Math.max(whole, 1)) / 1e6;

const map = <T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
