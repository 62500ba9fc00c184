import { readFileSync } from 'node:fs';
import { Attribute, Change, Client, type Control } from 'ldapts';

/** Where the directory is, and as whom it is changed. */
export type Edited = {
  readonly url: string;
  readonly dn: string;
  readonly password: string;
  /** Below which everybody is. */
  readonly base: string;
  readonly idAttribute: 'employeeNumber' | 'employeeID';
  /** For ldaps. */
  readonly tls?: { readonly caFile: string; readonly serverName: string };
};

/** New values of attributes; null takes one away. */
export type Values = Readonly<Record<string, string | null>>;

/** Changes a directory as its administrator does. Everybody is named by employee id. */
export type DirectoryEditor = {
  /** Everybody below the base: `id|name|unit`, in the order of the ids; `-` for the unit that is none. */
  staff(): Promise<readonly string[]>;
  dnOf(id: string): Promise<string>;
  /** The other parts of the directory that a search of a base refers to. */
  references(below: string): Promise<readonly string[]>;
  set(ids: readonly string[], values: Values): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  add(dn: string, attributes: Readonly<Record<string, string | string[]>>): Promise<void>;
  /** Gives an entry, and all that is below it, another name. */
  rename(dn: string, to: string): Promise<void>;
  modify(dn: string, values: Values, controls?: Control[]): Promise<void>;
};

/** Opens a connection for each change, so that the server may go and come back in between. */
export function directoryEditor(edited: Edited): DirectoryEditor {
  const { url, dn, password, base, idAttribute, tls } = edited;
  const using = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const tlsOptions = tls && { ca: readFileSync(tls.caFile), servername: tls.serverName };
    const client = new Client({ url, ...(tlsOptions && { tlsOptions }) });
    try {
      await client.bind(dn, password);
      return await work(client);
    } finally {
      await client.unbind();
    }
  };
  const found = async (client: Client, ids: readonly string[] = ['*']) => {
    const { searchEntries } = await client.search(base, {
      filter: `(|${ids.map((id) => `(${idAttribute}=${id})`).join('')})`,
      attributes: [idAttribute, 'displayName'],
      paged: { pageSize: 500 },
    });
    return searchEntries.map((entry) => {
      const unit = /^(?:[^,\\]|\\.)*,ou=([^,]*),/i.exec(entry.dn)?.[1];
      return {
        dn: entry.dn,
        id: String(entry[idAttribute]),
        name: String(entry['displayName']),
        unit: unit === undefined || unit === 'Personal' ? '-' : unit,
      };
    });
  };
  const dnsOf = async (client: Client, ids: readonly string[]) => {
    if (ids.length === 0) return [];
    const dns = new Map((await found(client, ids)).map((one) => [one.id, one.dn]));
    return ids.map((id) => {
      const dn = dns.get(id);
      if (dn === undefined) throw new Error(`Nobody in the directory has the id ${id}.`);
      return dn;
    });
  };
  return {
    staff: () =>
      using(async (client) =>
        (await found(client)).map(({ id, name, unit }) => `${id}|${name}|${unit}`).toSorted(),
      ),
    dnOf: (id) => using(async (client) => (await dnsOf(client, [id]))[0] ?? ''),
    references: (below) =>
      using(async (client) => {
        const all = { filter: '(objectClass=organizationalUnit)', attributes: ['ou'] };
        return (await client.search(below, all)).searchReferences;
      }),
    set: (ids, values) =>
      using(async (client) => {
        for (const one of await dnsOf(client, ids)) await client.modify(one, changesOf(values));
      }),
    remove: (ids) =>
      using(async (client) => {
        for (const one of await dnsOf(client, ids)) await client.del(one);
      }),
    add: (name, attributes) => using((client) => client.add(name, attributes)),
    rename: (from, to) => using((client) => client.modifyDN(from, to)),
    modify: (name, values, controls) =>
      using((client) => client.modify(name, changesOf(values), controls)),
  };
}

function changesOf(values: Values): Change[] {
  return Object.entries(values).map(
    ([type, value]) =>
      new Change({
        operation: 'replace',
        modification: new Attribute({ type, values: value === null ? [] : [value] }),
      }),
  );
}
