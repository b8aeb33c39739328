/** Draws a number in [0, 1); the next call gives the next number of the same fixed series. */
export type Random = () => number;

/** A small seeded generator (mulberry32): the same seed gives the same series on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Running shares of the weights, the last one exactly 1. For `pick`. */
export function runningShares(weights: ArrayLike<number>): Float64Array {
  const shares = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]!;
    shares[i] = sum;
  }
  for (let i = 0; i < shares.length; i++) shares[i] = shares[i]! / sum;
  shares[shares.length - 1] = 1;
  return shares;
}

/** Index drawn with the probabilities that the running shares describe. */
export function pick(random: Random, shares: Float64Array): number {
  const drawn = random();
  let low = 0;
  let high = shares.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shares[middle]! > drawn) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}
