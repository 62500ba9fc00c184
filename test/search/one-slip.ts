/** Whether one letter wrong, missing, doubled or swapped with the next makes one word of the other. */
export function oneSlipApart(typed: string, meant: string): boolean {
  let same = 0;
  while (same < typed.length && typed[same] === meant[same]) same += 1;
  const [is, should] = [typed.slice(same), meant.slice(same)];
  const swapped = is.charAt(1) + is.charAt(0) + is.slice(2);
  return (
    typed !== meant &&
    (is.slice(1) === should.slice(1) ||
      is === should.slice(1) ||
      is.slice(1) === should ||
      (is.length > 1 && swapped === should))
  );
}
