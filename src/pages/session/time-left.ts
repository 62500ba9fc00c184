/** Minutes before the end from which on a visitor is told. */
const warned = 5;

/** What is to be said of a sign-in that ends at an instant (milliseconds), or never. */
export type TimeLeft =
  | { readonly kind: 'ENOUGH' }
  | { readonly kind: 'SOON'; readonly minutes: number }
  | { readonly kind: 'OVER' };

/** How much of a sign-in is left, as much as a visitor needs to know. */
export function timeLeft(endsAt: number | null, now: number): TimeLeft {
  if (endsAt === null) return { kind: 'ENOUGH' };
  const minutes = Math.ceil((endsAt - now) / 60_000);
  if (minutes > warned) return { kind: 'ENOUGH' };
  return endsAt > now ? { kind: 'SOON', minutes } : { kind: 'OVER' };
}
