import { createHash, hash } from 'node:crypto';
import type { NumberPlan } from '../staff/phone-number.js';
import type { DirectoryConfig } from '../config/directories-file.js';
import type { AccountState } from '../kernel/words.js';
import type { RawEntry } from './raw-entry.js';

/** Raised when the mapping itself changes, so that every entry is read anew. */
const mappingRevision = 2;

/**
 * Names the mapping that makes a person's facts, by configuration and code. Under another name every
 * entry is read anew. `secret` is what distinguished names are digested with.
 */
export function mappingVersion(
  directory: DirectoryConfig,
  plan: NumberPlan,
  secret: string,
): string {
  return sha256(JSON.stringify([mappingRevision, whatIsRead(directory, plan), secret]));
}

/** Names what is read from a source and how, as an administrator wrote it. Servers and passwords may change freely. */
export function configurationOf(directory: DirectoryConfig, plan: NumberPlan): string {
  const { people, others, confidentialGroups, confidentialUnits } = directory;
  const searched = [people, others, confidentialGroups, confidentialUnits];
  return sha256(JSON.stringify([whatIsRead(directory, plan), searched]));
}

/**
 * A digest of all that an entry's facts are made from: what the server sent, the search that found
 * it, and the state of the account, which time can change alone. The same digest means nothing
 * changed, and the entry is not even parsed.
 */
export function sourceHash(entry: RawEntry, search: number, state: AccountState): string {
  return `${hash('sha256', entry.bytes, 'base64url')}${search}${state === 'ACTIVE' ? '' : 'D'}`;
}

function whatIsRead(directory: DirectoryConfig, { areaCode, extensionDigits }: NumberPlan) {
  const { attributes, values, flavour, units } = directory;
  return [attributes, values, flavour, units, areaCode, extensionDigits];
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
