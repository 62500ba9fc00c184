/** Somebody in an ordered list, and whether whoever changes the list can see that one. */
export type Placed<Id> = { readonly id: Id; readonly seen: boolean };

/**
 * The list as somebody wants it who does not see everybody in it: the unseen keep their places, and
 * those who are wanted stand in their own order around them. Who cannot see somebody removes nobody
 * by not naming that one.
 */
export function keepingPlaces<Id>(
  before: readonly Placed<Id>[],
  wanted: readonly Id[],
): readonly Id[] {
  const list: Id[] = wanted.filter((id) => !before.some((one) => !one.seen && one.id === id));
  for (const [place, { id, seen }] of before.entries())
    if (!seen) list.splice(Math.min(place, list.length), 0, id);
  return list;
}
