/** Largest prime below 2^26: products of residues are exact in a double. */
export const P = 67_108_859;

/** a⁻¹ modulo P. */
export function inverse(a: number): number {
  if (a === 1 || a === P - 1) return a;
  let [r, s, x, y] = [P, a, 0, 1];
  while (s !== 0) {
    const q = Math.floor(r / s);
    [r, s] = [s, r - q * s];
    [x, y] = [y, x - q * y];
  }
  return x < 0 ? x + P : x;
}
