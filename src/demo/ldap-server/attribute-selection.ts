import type { LdifEntry } from '../ldif.js';

type Attributes = readonly (readonly [name: string, values: readonly Buffer[]])[];

/** What a server keeps for itself, and gives only to those who ask for it (RFC 4512 section 3.4). */
const operational = new Set([
  'createtimestamp',
  'creatorsname',
  'entrycsn',
  'entryuuid',
  'modifiersname',
  'modifytimestamp',
  'structuralobjectclass',
]);

/**
 * The attributes of an entry that a search asks for, named in lower case; nothing asked is all but
 * the operational ones, `*` the same, `+` the operational ones, `1.1` none (RFC 4511 section 4.5.1.8).
 */
export function selectAttributes(
  entry: LdifEntry,
  asked: readonly string[],
  typesOnly: boolean,
): Attributes {
  const names = new Set(asked.map(withoutOptions));
  const selected = [...entry.attributes].filter(([name]) => {
    const lower = withoutOptions(name.toLowerCase());
    const all = operational.has(lower) ? names.has('+') : names.size === 0 || names.has('*');
    return all || names.has(lower);
  });
  return typesOnly ? selected.map(([name]) => [name, []] as const) : selected;
}

/** Looks up values by a name in lower case; `title;lang-sv` is a kind of title (RFC 4512 section 2.5). */
export function valueLookup(entry: LdifEntry): (attribute: string) => readonly Buffer[] {
  const byName = new Map<string, Buffer[]>();
  for (const [name, values] of entry.attributes) {
    const lower = withoutOptions(name.toLowerCase());
    byName.set(lower, [...(byName.get(lower) ?? []), ...values]);
  }
  return (attribute) => byName.get(attribute) ?? [];
}

function withoutOptions(name: string): string {
  return name.split(';')[0] ?? '';
}
