import { AndFilter, GreaterThanEqualsFilter, type Filter } from 'ldapts';
import type { DirectoryConfig } from '../config/directories-file.js';
import { contextOf } from './naming-context.js';
import { valuesOf } from './raw-entry.js';
import type { EntryReader, RootDse } from './root-dse.js';

/** Where a server's changes stood: what is newer can be asked for. */
export type Position = {
  /** Whose count it is. Active Directory counts for each domain controller (invocationId); entryCSN is one for all. */
  readonly server: string;
  readonly attribute: 'uSNChanged' | 'entryCSN';
  readonly at: string;
};

/**
 * Where the server stands now: Active Directory's highestCommittedUSN with the domain controller's
 * invocationId, OpenLDAP's contextCSN; null where the server tells neither. To be read before a scan.
 */
export async function readPosition(
  directory: DirectoryConfig,
  dse: RootDse,
  read: EntryReader,
): Promise<Position | null> {
  if (directory.flavour === 'ACTIVE_DIRECTORY') return activeDirectory(dse, read);
  if (directory.flavour === 'OPENLDAP') return openLdap(directory.people.base, dse, read);
  return null;
}

/** The attribute that a server of this flavour counts changes in, or null. */
export function laneAttribute({ flavour }: DirectoryConfig): Position['attribute'] | null {
  if (flavour === 'ACTIVE_DIRECTORY') return 'uSNChanged';
  return flavour === 'OPENLDAP' ? 'entryCSN' : null;
}

async function activeDirectory(dse: RootDse, read: EntryReader): Promise<Position | null> {
  const { highestCommittedUsn: at, dsServiceName } = dse;
  if (at === null || dsServiceName === null || !/^\d{1,19}$/.test(at)) return null;
  const service = await read(dsServiceName, ['invocationId']);
  const server = service && valuesOf(service, 'invocationId')[0]?.toString('hex');
  return server ? { server, attribute: 'uSNChanged', at } : null;
}

async function openLdap(base: string, dse: RootDse, read: EntryReader): Promise<Position | null> {
  const context = contextOf(base, dse.namingContexts);
  const entry = context && (await read(context, ['contextCSN']));
  if (!entry) return null;
  const newest = valuesOf(entry, 'contextCSN')
    .map((value) => value.toString('latin1'))
    .filter((csn) => /^\d{14}\.\d{6}Z#[0-9a-f]{6}#[0-9a-f]{3}#[0-9a-f]{6}$/i.test(csn))
    .toSorted()
    .at(-1);
  return newest === undefined ? null : { server: '', attribute: 'entryCSN', at: newest };
}

/** Narrows a filter to what has changed since a position; what changed in that very moment comes again. */
export function changedSince(filter: Filter, since: Position | null): Filter {
  if (since === null) return filter;
  const { attribute, at } = since;
  const newer = new GreaterThanEqualsFilter({ attribute, value: at });
  return new AndFilter({ filters: [filter, newer] });
}

/** Whether what changed after one position can be asked of a server that stands at another (rule R9). */
export function canFollow(from: Position, now: Position): boolean {
  if (from.server !== now.server || from.attribute !== now.attribute) return false;
  return from.attribute === 'entryCSN' || BigInt(from.at) <= BigInt(now.at);
}
