import { FilterParser, PresenceFilter, type Client, type Filter } from 'ldapts';
import type { DirectoryConfig } from '../config/directories-file.js';
import { personAttributes, unitAttributes } from './attributes.js';
import { DirectoryError } from './directory-error.js';
import { explain } from './explain.js';
import { membersOf } from './group-members.js';
import { keysFound } from './look-up.js';
import { pagedSearch, readEntry } from './paged-search.js';
import { changedSince, readPosition, type Position } from './position.js';
import type { RawEntry } from './raw-entry.js';
import { readRootDse, type RootDse } from './root-dse.js';

/** Entries, page by page, to the very end, or an error. */
export type Pages = AsyncGenerator<readonly RawEntry[]>;

/** A directory that answers: one bound connection to one server, for one run. Everything throws `DirectoryError`. */
export type DirectorySession = {
  readonly server: string;
  /** People: the search of number 0 is for employees, the next ones are the configured `others`. */
  people(search: number, since: Position | null): Pages;
  /** Units, where the directory has entries for them. */
  units(since: Position | null): Pages;
  /** Where the server stands now; null when it does not say so in a way that can be asked for later. */
  position(): Promise<Position | null>;
  /** The members of a group, by distinguished name. A group that cannot be read is an error, never empty. */
  members(group: string): Promise<readonly string[]>;
  /** Of these keys, those that the searches find, and those that are anywhere else in the directory. */
  lookUp(keys: readonly string[]): Promise<{ inScope: Set<string>; elsewhere: Set<string> }>;
};

/** A session over a bound client, which reads pages of a size until a deadline (of `performance.now()`). */
export function directorySession(
  client: Client,
  directory: DirectoryConfig,
  server: string,
  pageSize: number,
  deadline: number,
): DirectorySession {
  const { pageSeconds } = directory.patience;
  const seconds = Math.ceil(pageSeconds);
  const searches = [directory.people, ...directory.others];
  let dse: RootDse | null = null;
  const failure = (error: unknown) =>
    error instanceof DirectoryError
      ? error
      : new DirectoryError(`${server}: ${explain(error)}`, 'UNREADABLE');
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      checkBound(client);
      return await work();
    } catch (error) {
      throw failure(error);
    }
  };
  async function* read(base: string, filter: Filter, attributes: readonly string[]): Pages {
    try {
      checkBound(client);
      const search = { base, scope: 'sub', filter, attributes, pageSize, seconds } as const;
      for await (const page of pagedSearch(client, search)) {
        if (performance.now() > deadline)
          throw new DirectoryError(`${server}: the whole read took too long.`, 'TOO_LONG');
        yield page;
      }
      checkBound(client);
    } catch (error) {
      throw failure(error);
    }
  }
  const entry = (base: string, attributes: readonly string[]) =>
    readEntry(client, { base, filter: anything, attributes, seconds });
  const rootDse = async () => (dse ??= await readRootDse(entry));
  return {
    server,
    people: (search, since) => {
      const { base, filter } = searches[search] ?? directory.people;
      const parsed = FilterParser.parseString(filter);
      return read(base, changedSince(parsed, since), personAttributes(directory));
    },
    units: (since) => {
      if ('attributes' in directory.units) return nothing();
      const parsed = FilterParser.parseString(directory.units.filter);
      return read(directory.units.base, changedSince(parsed, since), unitAttributes(directory));
    },
    position: () =>
      guarded(async () =>
        readPosition(directory, await rootDse(), (dn, names) => entry(dn, names)),
      ),
    members: (group) => guarded(() => membersOf((names) => entry(group, names))),
    lookUp: (keys) =>
      guarded(async () =>
        keysFound(keys, directory, await rootDse(), (base, filter, attributes) =>
          read(base, filter, attributes),
        ),
      ),
  };
}

const anything = new PresenceFilter({ attribute: 'objectClass' });

async function* nothing(): Pages {
  // A directory that has no entries for units gives none.
}

/** A ldapts client that lost its connection searches on anonymously; servers then answer "nothing". */
function checkBound(client: Client): void {
  if (!client.isBound) throw new Error('the connection was lost while reading.');
}
