/** Gives an address (`tel:` or `mailto:`) to whatever program takes it; what came of it, in the words given. */
export function handOver(
  address: string | null | undefined,
  said: { readonly given: string; readonly nothing: string },
): string {
  if (!address) return said.nothing;
  globalThis.location.href = address;
  return said.given;
}
