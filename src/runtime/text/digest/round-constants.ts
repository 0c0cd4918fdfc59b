/** The first `count` primes. */
function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (!found.some((prime) => n % prime === 0)) found.push(n);
  return found;
}

/** The largest whole number whose `power` is at most `value`. */
function integerRoot(value: bigint, power: 2n | 3n): bigint {
  let low = 0n;
  let high = 1n << 100n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** power <= value) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** First 64 bits after the point of the square or cube roots of the first primes (FIPS 180-4, 4.2 and 5.3). */
export function rootFractions(count: number, power: 2n | 3n, from = 0): bigint[] {
  return primes(from + count)
    .slice(from)
    .map((prime) => integerRoot(BigInt(prime) << (64n * power), power) & 0xffffffffffffffffn);
}
