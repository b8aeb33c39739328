/** The perturbation table of the cell key method: how likely each deviation is, by the true count. */

export type Noise = {
  /** Largest deviation, D. */
  storst: number;
  /** Variance of the deviations, V. */
  varians: number;
  /** Smallest positive number that is published. */
  minsta: number;
};

/** Cell keys are 0 … KEYS − 1. */
export const KEYS = 2 ** 24;

/** `antal` + `avvikelse` is published for cell keys from `fran` up to, not with, `till`. */
export type Step = { antal: number; avvikelse: number; fran: number; till: number };

/** Deviations from a count that keep it 0 or at least `minsta`, and at most D away. */
function deviations(antal: number, { storst, minsta }: Noise): number[] {
  const span = Array.from({ length: 2 * storst + 1 }, (_, index) => index - storst);
  return span.filter((d) => antal + d === 0 || antal + d >= minsta);
}

/** The variances a table of this D and smallest number can have with mean 0, both ends left out. */
export function possibleVariances({ storst, minsta }: Omit<Noise, 'varians'>): {
  over: number;
  under: number;
} {
  const small = Array.from({ length: minsta - 1 }, (_, index) => index + 1);
  return {
    // A count that may not stand goes to 0 or to the smallest number: the least variance with mean 0.
    over: Math.max(0, ...small.map((antal) => antal * (minsta - antal))),
    // 1 goes to 0 or to 1 + D.
    under: storst,
  };
}

/**
 * One row of the table: the distribution of greatest entropy over the deviations with mean 0 and variance V (Giessing 2016),
 * p = exp(a·d + b·d²) / Σ. By Newton's method on its convex dual, halved where a step goes too far.
 */
export function row(antal: number, noise: Noise): { avvikelse: number; p: number }[] {
  const ds = deviations(antal, noise);
  let [a, b] = [0, 0];
  let now = dual(ds, noise.varians, a, b);
  for (let step = 0; step < 200 && Math.hypot(now.ga, now.gb) > 1e-12; step++) {
    const det = now.aa * now.bb - now.ab * now.ab;
    const da = (now.bb * now.ga - now.ab * now.gb) / det;
    const db = (now.aa * now.gb - now.ab * now.ga) / det;
    let scale = 1;
    let next = dual(ds, noise.varians, a - da, b - db);
    while (!(next.value <= now.value + 1e-15) && scale > 1e-10) {
      scale /= 2;
      next = dual(ds, noise.varians, a - scale * da, b - scale * db);
    }
    [a, b, now] = [a - scale * da, b - scale * db, next];
  }
  if (!(Math.hypot(now.ga, now.gb) < 1e-9)) throw new Error(`no perturbation of mean 0: ${antal}`);
  return ds.map((avvikelse, index) => ({ avvikelse, p: now.p[index]! }));
}

/** log Σ exp(a·d + b·(d² − V)), its gradient, its second derivatives and the distribution there. */
function dual(ds: number[], v: number, a: number, b: number) {
  const exponents = ds.map((d) => a * d + b * (d * d - v));
  const top = Math.max(...exponents);
  const weights = exponents.map((e) => Math.exp(e - top));
  const sum = weights.reduce((total, w) => total + w, 0);
  const p = weights.map((w) => w / sum);
  const mean = (f: (d: number) => number) => ds.reduce((total, d, index) => total + p[index]! * f(d), 0);
  const [ga, gb] = [mean((d) => d), mean((d) => d * d - v)];
  return {
    value: top + Math.log(sum),
    ga,
    gb,
    aa: mean((d) => d * d) - ga * ga,
    ab: mean((d) => d * (d * d - v)) - ga * gb,
    bb: mean((d) => (d * d - v) ** 2) - gb * gb,
    p,
  };
}

/** The last count with a row of its own; greater ones, which nothing stops from going D down, share it. */
export const lastRow = ({ storst, minsta }: Noise): number => storst + minsta;

/** The whole table, cut into cell keys. 0 has no row: it stays 0. */
export function ptable(noise: Noise): Step[] {
  return Array.from({ length: lastRow(noise) }, (_, index) => index + 1).flatMap((antal) => {
    let sum = 0;
    let fran = 0;
    return row(antal, noise).map(({ avvikelse, p }, index, all) => {
      sum += p;
      // Rounded first: a last bit that differs between machines moves no key.
      const till = index === all.length - 1 ? KEYS : Math.round(Math.round(sum * 1e9) * 1e-9 * KEYS);
      const step = { antal, avvikelse, fran, till };
      fran = till;
      return step;
    });
  });
}
