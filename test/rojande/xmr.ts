/** The control chart's rules once more, one month and one window at a time (domain: XmR, four signals). */
export type Point = { month: number; value: number };
export type Chart = {
  mean: number;
  range: number | null;
  points: { signal: string | null; side: number; run: number; length: number }[];
};

/** `points` in order of month; a jump in month is a gap. `limits`: those of a longer series that the points begin. */
export function xmr(points: Point[], limits?: Pick<Chart, 'mean' | 'range'>): Chart {
  const n = points.length;
  const mean = limits?.mean ?? points.reduce((sum, p) => sum + p.value, 0) / n;
  const joined = (i: number) => i > 0 && points[i]!.month === points[i - 1]!.month + 1;
  const ranges: number[] = [];
  for (let i = 1; i < n; i++) if (joined(i)) ranges.push(Math.abs(points[i]!.value - points[i - 1]!.value));
  const own = ranges.length > 0 ? ranges.reduce((a, b) => a + b, 0) / ranges.length : null;
  const range = limits ? limits.range : own;
  const side = points.map((p) => (Math.abs(p.value - mean) < 1e-9 ? 0 : Math.sign(p.value - mean)));
  /** True when months from … to lie one after another. */
  const unbroken = (from: number, to: number) => {
    if (from < 0 || to >= n) return false;
    for (let i = from + 1; i <= to; i++) if (!joined(i)) return false;
    return true;
  };
  const sameSide = (from: number, to: number) =>
    unbroken(from, to) && side[from] !== 0 && side.slice(from, to + 1).every((s) => s === side[from]);
  const oneWay = (from: number, to: number) => {
    if (!unbroken(from, to)) return false;
    const steps = points.slice(from + 1, to + 1).map((p, i) => Math.sign(p.value - points[from + i]!.value));
    return steps[0] !== 0 && steps.every((s) => s === steps[0]);
  };
  const far = (i: number) => Math.abs(points[i]!.value - mean) > 1.773 * (range ?? 0) && side[i] !== 0;
  const inWindow = (i: number, size: number, holds: (from: number, to: number) => boolean) =>
    Array.from({ length: size }, (_, back) => i - back).some((from) => holds(from, from + size - 1));
  return {
    mean,
    range,
    points: points.map((p, i) => {
      let [from, to] = [i, i];
      while (sameSide(from - 1, i)) from--;
      while (sameSide(i, to + 1)) to++;
      const outside = range !== null && Math.abs(p.value - mean) > 2.66 * range + 1e-9;
      const near = inWindow(
        i,
        3,
        (a, b) => sameSide(a, b) && [a, a + 1, a + 2].filter((j) => far(j)).length >= 2,
      );
      const signal = outside
        ? 'utanfor'
        : inWindow(i, 7, sameSide)
          ? 'sju_samma_sida'
          : inWindow(i, 7, oneWay)
            ? 'sju_trend'
            : near && far(i)
              ? 'tva_av_tre'
              : null;
      return {
        signal,
        side: side[i]!,
        run: side[i] === 0 ? 0 : i - from + 1,
        length: side[i] === 0 ? 0 : to - from + 1,
      };
    }),
  };
}
