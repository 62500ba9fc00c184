import { rootDse } from '../../../src/demo/ldap-server/root-dse.js';
import type { LdifEntry } from '../../../src/demo/ldif.js';
import {
  directoryOf,
  toEntry,
  type Directory,
  type ScriptedAttributes,
  type ScriptedEntry,
} from './directory.js';
import type { Script } from './script.js';

/** What is served, to whom, and how. */
export type ServedOptions = {
  readonly people: readonly ScriptedEntry[];
  /** Any other entries; what lies above the entries is there by itself. */
  readonly units?: readonly ScriptedEntry[];
  readonly script?: Script;
  /** The only account that may bind; without it, any name with any password. */
  readonly account?: { readonly dn: string; readonly password: string };
  /**
   * How an unbound search is answered: refused (1), as Active Directory does, or with success and
   * nothing, as a server whose access rules hide everything; that one also takes a bind with a name
   * and no password for success, and for anonymous. Refused if nothing is said.
   */
  readonly anonymous?: 'refused' | 'nothing';
  /** Whether every search finds every entry below its base. */
  readonly ignoreFilters?: boolean;
  /** What the entry without a name says, to anybody. */
  readonly rootDse?: ScriptedAttributes;
};

export type Served = {
  readonly directory: Directory;
  readonly script: Script;
  readonly account: { readonly dn: string; readonly password: string } | null;
  readonly anonymous: 'refused' | 'nothing';
  readonly ignoreFilters: boolean;
  readonly rootDse: LdifEntry;
};

/** Throws when an entry's name can't be read or stands twice. */
export function servedBy(options: ServedOptions): Served {
  const directory = directoryOf([...(options.units ?? []), ...options.people]);
  return {
    directory,
    script: options.script ?? {},
    account: options.account ?? null,
    anonymous: options.anonymous ?? 'refused',
    ignoreFilters: options.ignoreFilters ?? false,
    rootDse: options.rootDse
      ? toEntry({ dn: '', attributes: options.rootDse })
      : rootDse(directory.tops),
  };
}
