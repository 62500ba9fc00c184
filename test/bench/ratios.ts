/** The value below which such a share of the numbers lies. */
export function part(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}

/** The one in the middle; the higher of two. */
export function middle(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The middle of the rounds' ratios, the least and the greatest. */
export function spread(ratios: readonly number[]): string {
  return `${middle(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`;
}

/** Whether a goal is met, in words. */
export function verdict(goal: string, met: boolean): string {
  return `goal ${goal}: ${met ? 'ok' : 'MISSED'}`;
}
