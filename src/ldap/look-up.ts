import { AndFilter, EqualityFilter, FilterParser, OrFilter, type Filter } from 'ldapts';
import type { DirectoryConfig } from '../config/directories-file.js';
import { guidBytes, keyAttributes, keyOf } from './entry-key.js';
import { contextOf } from './naming-context.js';
import type { RawEntry } from './raw-entry.js';
import type { RootDse } from './root-dse.js';

const keysAtOnce = 50;

/** Reads what a filter finds below a base. */
type Search = (
  base: string,
  filter: Filter,
  attributes: readonly string[],
) => AsyncIterable<readonly RawEntry[]>;

/**
 * Looks entries up by key, first with the source's own searches, then anywhere in the directory: who
 * is found the first way was overlooked and is not missing at all; who is found the second way left
 * what is searched, and is still there.
 */
export async function keysFound(
  keys: readonly string[],
  directory: DirectoryConfig,
  dse: RootDse,
  search: Search,
): Promise<{ inScope: Set<string>; elsewhere: Set<string> }> {
  const inScope = new Set<string>();
  const elsewhere = new Set<string>();
  const collect = async (base: string, filter: Filter, into: Set<string>) => {
    for await (const page of search(base, filter, [...keyAttributes]))
      for (const entry of page) into.add(keyOf(entry) ?? '');
  };
  for (let at = 0; at < keys.length; at += keysAtOnce) {
    const filters = keys.slice(at, at + keysAtOnce).map((key) => keyFilter(key, directory));
    const byKey = new OrFilter({ filters: filters.flat() });
    for (const { base, filter } of [directory.people, ...directory.others])
      await collect(
        base,
        new AndFilter({ filters: [FilterParser.parseString(filter), byKey] }),
        inScope,
      );
    const context = contextOf(directory.people.base, dse.namingContexts);
    if (context !== null) await collect(context, byKey, elsewhere);
  }
  for (const key of inScope) elsewhere.delete(key);
  return { inScope, elsewhere };
}

function keyFilter(key: string, { flavour }: DirectoryConfig): Filter[] {
  const equal = (attribute: string, value: string | Buffer) =>
    new EqualityFilter({ attribute, value });
  if (flavour === 'ACTIVE_DIRECTORY') return [equal('objectGUID', guidBytes(key))];
  if (flavour === 'OPENLDAP') return [equal('entryUUID', key)];
  return [equal('entryUUID', key), equal('nsUniqueId', key)];
}
