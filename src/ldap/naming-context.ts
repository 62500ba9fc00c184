import { normaliseDn } from './distinguished-name.js';

/** The part of the server's tree that holds a base, or null when the server names none. */
export function contextOf(base: string, namingContexts: readonly string[]): string | null {
  const inside = normaliseDn(base);
  const above = namingContexts.filter((context) => {
    const outside = normaliseDn(context);
    return inside === outside || inside.endsWith(`,${outside}`);
  });
  return above.toSorted((a, b) => b.length - a.length)[0] ?? null;
}
