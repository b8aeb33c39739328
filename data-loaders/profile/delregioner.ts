import type { ProfileFile } from './schema.ts';

export type Delregion = {
  kod: string;
  namn: string;
  /** True when every membership is documented. */
  bekraftad: boolean;
  medlemmar: { kommun: string; fran: string; till: string | null; bekraftad: boolean }[];
};

/** Entries of one code (renewed over time) are gathered under the latest name. */
export function gatherDelregioner(entries: NonNullable<ProfileFile['delregioner']>): Delregion[] {
  const found = new Map<string, Delregion>();
  for (const entry of entries) {
    const medlemmar = entry.kommuner.map((item) => {
      const own = typeof item === 'string' ? { kod: item } : item;
      return {
        kommun: own.kod,
        fran: own.fran ?? entry.fran,
        till: own.till ?? entry.till ?? null,
        bekraftad: own.bekraftad ?? entry.bekraftad ?? false,
      };
    });
    const all = [...(found.get(entry.kod)?.medlemmar ?? []), ...medlemmar];
    found.set(entry.kod, {
      kod: entry.kod,
      namn: entry.namn,
      bekraftad: all.every((medlem) => medlem.bekraftad),
      medlemmar: all,
    });
  }
  return [...found.values()];
}
