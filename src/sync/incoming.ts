import type { DirectoryConfig } from '../config/directories-file.js';
import { accountStateOf } from '../ldap/account-state.js';
import { entryToPerson, levelOf } from '../ldap/entry-to-person.js';
import { keyOf } from '../ldap/entry-key.js';
import type { RawEntry } from '../ldap/raw-entry.js';
import { sourceHash } from '../ldap/source-hash.js';
import type { Municipality } from '../staff/municipality.js';
import type { Rejection } from '../staff/directory-record.js';
import type { Incoming, Known } from './plan.js';

/** What one entry brings to a run; an entry without a key brings only its rejection. */
export function incomingFrom(
  entry: RawEntry,
  source: {
    readonly directory: DirectoryConfig;
    readonly municipality: Municipality;
    readonly mappingVersion: string;
  },
  known: Known,
  now: Date,
): { readonly incoming: Incoming | null; readonly rejections: readonly Rejection[] } {
  const { directory, municipality } = source;
  const key = keyOf(entry);
  if (key === null)
    return { incoming: null, rejections: [{ key: 'none', field: null, code: 'NO_KEY' }] };
  const accountState = accountStateOf(entry, directory.flavour, now);
  const hash = sourceHash(entry, source.mappingVersion, accountState);
  const level = levelOf(entry, directory);
  if (known.get(key)?.hash === hash)
    return { incoming: { key, hash, level, person: null }, rejections: [] };
  const mapped = entryToPerson(entry, key, accountState, { directory, plan: municipality });
  // Marked, so that the entry is read and reported again by every run until it is mended.
  const marked = mapped.rejections.length > 0 ? `rejected ${hash}` : hash;
  const incoming = { key, hash: marked, level, person: mapped.person };
  return { incoming, rejections: mapped.rejections };
}
