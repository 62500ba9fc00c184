// One client of both, in a process of its own: it asks the program and the directory server for the same in turn, over
// connections that are kept, and says how long each took until the answer was there as objects.
import { Client } from 'ldapts';
import { answering } from '../child.js';
import { post, type Asked } from '../post.js';
import type { LdapQuery } from './ldap-filters.js';
import { suffix } from './people-ldif.js';

/** Whom the client asks, and for what. */
export type LdapRound = {
  readonly program: Asked & { readonly document: string };
  readonly ldap: { readonly url: string; readonly dn: string; readonly password: string };
  readonly queries: readonly LdapQuery[];
  readonly rounds: number;
};
/** Of a query: all whom the directory has, by mail address, and whom the program lists, in order. */
export type Found = {
  readonly query: LdapQuery;
  readonly inLdap: readonly string[];
  readonly listed: readonly Hit[];
};
type Hit = { readonly displayName: string; readonly email?: string | null };
/** Milliseconds of each round, of each query that both find somebody by. */
export type LdapTimed = {
  readonly found: readonly Found[];
  readonly rounds: readonly {
    readonly kind: LdapQuery['kind'];
    readonly ours: number;
    readonly ldap: number;
  }[][];
};
type Page = {
  readonly data: {
    readonly searchDirectory: {
      readonly edges: readonly { readonly node: Hit }[];
    };
  };
};

const first = 20;
const attributes = ['cn', 'title', 'mail', 'telephoneNumber', 'mobile', 'ou'];

answering(async ({ program, ldap, queries, rounds }: LdapRound): Promise<LdapTimed> => {
  const client = new Client({ url: ldap.url });
  await client.bind(ldap.dn, ldap.password);
  try {
    const asked = { scope: 'sub', attributes } as const;
    const ofLdap = ({ filter }: LdapQuery) =>
      client.search(suffix, { ...asked, filter, sizeLimit: first });
    const ofProgram = async ({ typed }: LdapQuery) => {
      const text = await post(program, { query: program.document, variables: { query: typed } });
      if (text.includes('"errors"')) throw new Error(`To ${typed} came ${text.slice(0, 300)}`);
      return JSON.parse(text) as Page;
    };
    const found: Found[] = [];
    for (const query of queries) {
      const { searchEntries } = await client.search(suffix, {
        ...asked,
        attributes: ['mail'],
        filter: query.filter,
        paged: { pageSize: 500 },
      });
      const { data } = await ofProgram(query);
      found.push({
        query,
        inLdap: searchEntries.map(({ mail }) => String(mail)),
        listed: data.searchDirectory.edges.map(({ node }) => node),
      });
    }
    const both = found.filter(({ inLdap, listed }) => inLdap.length > 0 && listed.length > 0);
    const timed = async (ask: () => Promise<unknown>) => {
      const began = performance.now();
      await ask();
      return performance.now() - began;
    };
    const all: LdapTimed['rounds'][number][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const times: LdapTimed['rounds'][number] = [];
      for (const { query } of both) {
        // Now the one first and now the other: what is asked second would find the processor warm.
        const before = round % 2 === 0 ? await timed(() => ofLdap(query)) : null;
        const ours = await timed(() => ofProgram(query));
        const ldapTook = before ?? (await timed(() => ofLdap(query)));
        times.push({ kind: query.kind, ours, ldap: ldapTook });
      }
      all.push(times);
    }
    return { found, rounds: all };
  } finally {
    await client.unbind();
  }
});
