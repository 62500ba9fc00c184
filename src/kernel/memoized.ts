/**
 * A function that remembers its answers, for what is asked again and again about the same few things. After so many it
 * forgets them all: it never grows with what is asked.
 */
export function memoized<Asked, Answer>(
  most: number,
  answer: (asked: Asked) => Answer,
): (asked: Asked) => Answer {
  const known = new Map<Asked, Answer>();
  return (asked) => {
    const before = known.get(asked);
    if (before !== undefined) return before;
    const made = answer(asked);
    if (known.size >= most) known.clear();
    known.set(asked, made);
    return made;
  };
}
