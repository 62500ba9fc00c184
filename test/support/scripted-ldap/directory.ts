import { valueLookup } from '../../../src/demo/ldap-server/attribute-selection.js';
import { nameKey, readName } from '../../../src/demo/ldap-server/entry-name.js';
import { buildEntryTree } from '../../../src/demo/ldap-server/entry-tree.js';
import { matches } from '../../../src/demo/ldap-server/filter-match.js';
import type { SearchRequest } from '../../../src/demo/ldap-server/ldap-request.js';
import { resultCode } from '../../../src/demo/ldap-server/ldap-response.js';
import type { LdifEntry } from '../../../src/demo/ldif.js';
import { parentDn } from '../../../src/ldap/distinguished-name.js';
import type { Result } from './answer.js';

/** Values by the names that the server gives the attributes: any case, options, also `dn`. */
export type ScriptedAttributes = Readonly<Record<string, readonly (string | Buffer)[]>>;
export type ScriptedEntry = { readonly dn: string; readonly attributes: ScriptedAttributes };

/** What a search finds, and how it ends. */
export type Found = { readonly entries: readonly LdifEntry[]; readonly end: Result };

/** The entries, with bare containers above them where nobody gave any. */
export type Directory = {
  readonly tops: readonly string[];
  find(request: SearchRequest, ignoreFilter: boolean): Found;
};

export function directoryOf(given: readonly ScriptedEntry[]): Directory {
  const entries = given.map(toEntry);
  const { containers, tree } = withContainers(entries);
  return {
    tops: tree.tops,
    find({ base, scope, filter, sizeLimit }, ignoreFilter) {
      const parts = readName(base);
      if (parts === null) return { entries: [], end: { code: resultCode.invalidDnSyntax } };
      const candidates = tree.below(nameKey(parts), scope);
      if (candidates === null) {
        const end = { code: resultCode.noSuchObject, matchedDn: tree.nearest(parts) };
        return { entries: [], end };
      }
      const found = candidates.filter((entry) =>
        ignoreFilter ? !containers.has(entry.dn) : matches(filter, valueLookup(entry)),
      );
      if (sizeLimit === 0 || found.length <= sizeLimit)
        return { entries: found, end: { code: resultCode.success } };
      return { entries: found.slice(0, sizeLimit), end: { code: resultCode.sizeLimitExceeded } };
    },
  };
}

/** The bytes of an entry's values. */
export function toEntry({ dn, attributes }: ScriptedEntry): LdifEntry {
  const bytes = (value: string | Buffer) =>
    typeof value === 'string' ? Buffer.from(value) : value;
  return {
    dn,
    attributes: new Map(
      Object.entries(attributes).map(([name, values]) => [name, values.map(bytes)]),
    ),
  };
}

function withContainers(entries: readonly LdifEntry[]) {
  const keyOf = (dn: string) => nameKey(readName(dn) ?? []);
  const known = new Set(entries.map(({ dn }) => keyOf(dn)));
  const containers = new Map<string, LdifEntry>();
  for (const { dn } of entries) {
    // A domain is the top; nobody searches above it.
    for (let above = dn; !/^dc=/i.test(above);) {
      const parent = parentDn(above);
      if (parent === null || known.has(keyOf(parent))) break;
      known.add(keyOf(parent));
      containers.set(parent, toEntry({ dn: parent, attributes: { objectClass: ['top'] } }));
      above = parent;
    }
  }
  return { containers, tree: buildEntryTree([...containers.values(), ...entries]) };
}
