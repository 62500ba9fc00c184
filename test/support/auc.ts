/**
 * The area under the ROC curve of two lists of times: the chance that one of the second is larger than
 * one of the first, ties counted half. 0.5 means that nobody can tell them apart.
 */
export function areaUnderCurve(first: readonly number[], second: readonly number[]): number {
  const all = [
    ...first.map((value) => ({ value, second: false })),
    ...second.map((value) => ({ value, second: true })),
  ].toSorted((a, b) => a.value - b.value);
  let ranks = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1;
    const meanRank = (from + 1 + to) / 2;
    for (let i = from; i < to; i += 1) if (all[i]?.second) ranks += meanRank;
    from = to;
  }
  const lowest = (second.length * (second.length + 1)) / 2;
  return (ranks - lowest) / (first.length * second.length);
}

/** The middle value. Throws for an empty list. */
export function medianOf(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new RangeError('There is no middle of nothing.');
  return middle;
}
