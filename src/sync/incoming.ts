import type { DirectoryConfig } from '../config/directories-file.js';
import type { AccountState, PersonKind, ProtectionLevel } from '../kernel/words.js';
import { accountStateOf } from '../ldap/account-state.js';
import { entryToPerson } from '../ldap/entry-to-person.js';
import { keyOf } from '../ldap/entry-key.js';
import { unitsFromAttributes } from '../ldap/entry-to-unit.js';
import type { Marks } from '../ldap/marks.js';
import type { ParentNames } from '../ldap/parent-names.js';
import type { RawEntry } from '../ldap/raw-entry.js';
import { sourceHash } from '../ldap/source-hash.js';
import type { Municipality } from '../staff/municipality.js';
import type { PersonRecord, Rejection, UnitRecord } from '../staff/directory-record.js';

/** What one entry brings to a run. An unchanged entry is not parsed, so it has no person. */
export type Incoming = {
  readonly key: string | null;
  readonly hash: string;
  readonly level: ProtectionLevel;
  readonly marks: readonly string[];
  readonly unchanged: boolean;
  readonly person: PersonRecord | null;
  readonly units: readonly UnitRecord[];
  readonly rejections: readonly Rejection[];
};

/** How entries are read in one run. */
export type Reading = {
  readonly directory: DirectoryConfig;
  readonly municipality: Municipality;
  readonly marks: Marks;
  readonly parents: ParentNames;
  readonly now: Date;
};

const nothing = { units: [], person: null } as const;

/** Reads one entry of a search; `knownHash` is the digest of it when it was last carried out, or null. */
export function incomingFrom(
  entry: RawEntry,
  search: number,
  reading: Reading,
  knownHash: (key: string) => string | null,
): Incoming {
  const { directory, municipality, marks, parents, now } = reading;
  const marked = marks.of(entry);
  const key = keyOf(entry);
  if (key === null) {
    const rejections = [{ key: 'none', field: null, code: 'NO_KEY' } as const];
    return { key, hash: '', ...marked, unchanged: false, ...nothing, rejections };
  }
  const accountState: AccountState = accountStateOf(entry, directory.flavour, now);
  const hash = sourceHash(entry, search, accountState);
  const known = knownHash(key);
  if (known === hash) return { key, hash, ...marked, unchanged: true, ...nothing, rejections: [] };
  const units = unitsFromAttributes(entry, directory.units);
  const kind: PersonKind | null =
    search === 0 ? null : (directory.others[search - 1]?.kind ?? null);
  const unitDn = 'attributes' in directory.units ? (units.at(-1)?.dn ?? null) : parents.of(entry);
  const mapping = { directory, plan: municipality, kind, unitDn };
  const { person, rejections } = entryToPerson(entry, key, accountState, mapping);
  // Marked, so that the entry is read and reported again by every run until it is mended.
  const written = rejections.length > 0 ? `!${hash}` : hash;
  return { key, hash: written, ...marked, unchanged: known === written, person, units, rejections };
}
