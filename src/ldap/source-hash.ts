import { createHash } from 'node:crypto';
import type { NumberPlan } from '../staff/phone-number.js';
import type { DirectoryConfig } from '../config/directories-file.js';
import type { RawEntry } from './raw-entry.js';

/** Raised when the mapping itself changes, so that every entry is read anew. */
const mappingRevision = 1;

/** Names the mapping that made a person's facts: configuration and code. */
export function mappingVersion(directory: DirectoryConfig, plan: NumberPlan): string {
  const { attributes, values, flavour } = directory;
  return sha256(JSON.stringify([mappingRevision, attributes, values, flavour, plan]));
}

/** Names what is read from a source and how: its base, filters and mapping. Servers and passwords may change freely. */
export function configurationOf(directory: DirectoryConfig, plan: NumberPlan): string {
  const { people, units } = directory;
  return sha256(JSON.stringify([mappingVersion(directory, plan), people, units]));
}

/** A digest of everything that an entry's facts are made from; the same digest means nothing changed. */
export function sourceHash(entry: RawEntry, version: string, accountState: string): string {
  const attributes = [...entry.attributes]
    .map(([name, values]) => [name, values.map((v) => v.toString('base64')).toSorted()] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify([version, accountState, entry.dn, attributes]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
