import { randomLogNormal } from 'd3';
import { runningShares, seededRandom } from './random.ts';
import { type RegionTraits, SKANE, SKANE_REGION, weightOf } from './regions.ts';

type Unit = { kod: string; namn: string };

/** The part of a profile that the generator reads. */
export type DemoProfile = {
  region: { kod: string; namn: string };
  kommuner: readonly Unit[];
  vardgivare: readonly Unit[];
};

export type DemoKommun = Unit & {
  /** How many times the usual share of the stays that have a notice. */
  notices: number;
  /** How slowly people leave: 1 usual, above 1 longer waiting. One number per day of the extract. */
  slowness: Float64Array;
};

export type DemoVardgivare = Unit & {
  /** Probability of an unplanned return within 30 days of an index episode. */
  readmitted: number;
  week: 'fridays' | 'even' | 'usual';
  mental: boolean;
};

export type Population = {
  kommuner: DemoKommun[];
  vardgivare: DemoVardgivare[];
  /** Running shares over every kommun × vårdgivare, index kommun · (number of vårdgivare) + vårdgivare. */
  pairs: Float64Array;
  /** Running shares over vårdgivare per kommun. */
  perKommun: Float64Array[];
  /** Indexes into `kommuner` of the kommuner with a trait; the same one twice in a region of one kommun. */
  improving: number;
  drifting: number;
};

/** Weights for a region without known ones: drawn from the code, so that they do not depend on the list's order. */
function genericTraits(profile: DemoProfile): RegionTraits {
  const weight = (kod: string) => randomLogNormal.source(seededRandom(Number(kod) || kod.length))(3.5, 0.6)();
  const kommunWeight = Object.fromEntries(profile.kommuner.map(({ kod }) => [kod, weight(kod)]));
  const bySize = profile.kommuner.map(({ kod }) => kod).sort((a, b) => kommunWeight[b]! - kommunWeight[a]!);
  const codes = profile.vardgivare.map(({ kod }) => kod);
  const vardgivare = Object.fromEntries(
    codes.map((kod, i) => [kod, { stays: 1000 / (i + 1), readmitted: 0.11 + 0.05 * (i % 2) }]),
  );
  const catchment = Object.fromEntries(
    codes.map((kod, i) => [kod, bySize.filter((_, n) => n % codes.length === i)]),
  );
  const nth = (n: number) => bySize[Math.min(n, bySize.length - 1)]!;
  return {
    kommunWeight,
    vardgivare,
    catchment,
    improving: nth(Math.floor(bySize.length / 4)),
    drifting: nth(Math.floor(bySize.length / 4) + 1),
    few: nth(bySize.length - 1),
    fridays: codes[1] ?? '',
    evenWeek: codes[0]!,
    mental: null,
  };
}

/**
 * Shares of kommun × vårdgivare whose sums per kommun and per vårdgivare are the given ones while each vårdgivare
 * keeps its catchment (iterative proportional fitting).
 */
function fitPairs(
  rows: number[],
  columns: number[],
  affinity: (row: number, column: number) => number,
): Float64Array {
  const width = columns.length;
  const cells = Float64Array.from({ length: rows.length * width }, (_, i) =>
    affinity(Math.floor(i / width), i % width),
  );
  const total = (weights: number[]) => weights.reduce((sum, w) => sum + w, 0);
  for (let round = 0; round < 50; round++) {
    for (let c = 0; c < width; c++) {
      let sum = 0;
      for (let r = 0; r < rows.length; r++) sum += cells[r * width + c]!;
      const scale = columns[c]! / total(columns) / sum;
      for (let r = 0; r < rows.length; r++) cells[r * width + c]! *= scale;
    }
    for (let r = 0; r < rows.length; r++) {
      let sum = 0;
      for (let c = 0; c < width; c++) sum += cells[r * width + c]!;
      const scale = rows[r]! / total(rows) / sum;
      for (let c = 0; c < width; c++) cells[r * width + c]! *= scale;
    }
  }
  return cells;
}

/** What is known, or drawn, of the region and its units beforehand. */
export function traitsOf(profile: DemoProfile): RegionTraits {
  return profile.region.kod === SKANE_REGION ? SKANE : genericTraits(profile);
}

/** The invented people of a region: who they are likely to be, where they go and how each kommun behaves. */
export function makePopulation(profile: DemoProfile, days: number, activityDay: number): Population {
  const places =
    profile.vardgivare.length > 0 ? profile.vardgivare : [{ kod: 'sjukhuset', namn: 'Sjukhuset' }];
  const traits = traitsOf({ ...profile, vardgivare: places });
  const known = profile.kommuner.map(({ kod }) => kod);
  // A profile may list only some of the region's kommuner: the traits then fall on the first ones.
  const indexOr = (kod: string, otherwise: number) =>
    known.includes(kod) ? known.indexOf(kod) : Math.min(otherwise, known.length - 1);
  const improving = indexOr(traits.improving, 0);
  const drifting = indexOr(traits.drifting, improving === 1 ? 0 : 1);
  const volume = places.map(({ kod }) => traits.vardgivare[kod] ?? { stays: 100, readmitted: 0.13 });
  const pairs = fitPairs(
    known.map((kod) => weightOf(traits, kod)),
    // Returns mostly go to the same place and come on top of the first admissions drawn here.
    volume.map(({ stays, readmitted }) => stays * (1 - 0.9 * readmitted)),
    (k, v) => {
      const area = traits.catchment[places[v]!.kod];
      return area === undefined || area.includes(known[k]!) ? 1 : 0.03;
    },
  );
  const own = (kod: string) => seededRandom(Number(kod) || kod.length)();
  const slowness = (kod: string, k: number) =>
    Float64Array.from({ length: days }, (_, day) => {
      if (k === improving) return day < activityDay ? 1.6 : 0.45;
      if (k === drifting) return 0.5 + (1.5 * day) / days;
      return 0.85 + 0.35 * own(kod);
    });
  return {
    kommuner: profile.kommuner.map(({ kod, namn }, k) => ({
      kod,
      namn,
      notices: kod === traits.few ? 0.5 : k === improving || k === drifting ? 1.5 : 1,
      slowness: slowness(kod, k),
    })),
    vardgivare: places.map(({ kod, namn }, v) => ({
      kod,
      namn,
      readmitted: volume[v]!.readmitted,
      week: kod === traits.fridays ? 'fridays' : kod === traits.evenWeek ? 'even' : 'usual',
      mental: kod === traits.mental,
    })),
    pairs: runningShares(pairs),
    perKommun: known.map((_, k) => runningShares(pairs.slice(k * places.length, (k + 1) * places.length))),
    improving,
    drifting,
  };
}
