import type { TestApp } from '../../support/app.js';
import { startSlapd } from '../../support/openldap/slapd.js';
import { child } from '../child.js';
import { middle, part, spread, verdict } from '../ratios.js';
import type { Found, LdapRound, LdapTimed } from './ldap-clients.js';
import { ldapIndexes, ldapKinds, ldapQueries } from './ldap-filters.js';
import { peopleLdif, suffix } from './people-ldif.js';
import { searchDocument } from './search-document.js';

/** Our time, in OpenLDAP's. */
const goal = 8;
/** Rounds before those that count. */
const warm = 2;

/** Asks the program and an OpenLDAP of the same people for the same. Returns lines to read. */
export async function besideLdap(
  app: TestApp,
  people: number,
  rounds: number,
  root: string,
): Promise<readonly string[]> {
  const ldif = peopleLdif(people);
  const slapd = await startSlapd({ ldif, suffix, root, quick: true, indexes: ldapIndexes });
  const client = child('./beside/ldap-clients.ts');
  try {
    const asked: LdapRound = {
      program: { url: app.url, token: app.keys['operator'] ?? '', document: searchDocument },
      ldap: { url: slapd.ldapUrl, dn: slapd.bindDn, password: slapd.bindPassword },
      queries: ldapQueries,
      rounds: rounds + warm,
    };
    const told = await client.ask<LdapTimed>(asked);
    const counted = told.rounds.slice(warm);
    return [
      `a  a search: ours, over HTTP, and OpenLDAP's, for at most 20 (${counted.length} rounds)`,
      ...ldapKinds.flatMap((kind) => linesOf(kind, counted)),
      ...contents(told.found),
    ];
  } finally {
    client.stop();
    await slapd.stop();
  }
}

type Times = LdapTimed['rounds'][number];

function linesOf(kind: string, rounds: LdapTimed['rounds']): readonly string[] {
  const of = rounds.map((round) => round.filter((one) => one.kind === kind));
  const line = (name: string, share: number, times: readonly Times[]) => {
    const at = (round: Times, who: 'ours' | 'ldap') =>
      part(
        round.map((one) => one[who]),
        share,
      );
    const each = times.map((round) => at(round, 'ours') / at(round, 'ldap'));
    const [ours, ldap] = [at(times.flat(), 'ours'), at(times.flat(), 'ldap')];
    return `  ${kind.padEnd(12)}${name.padEnd(9)} ours ${ours.toFixed(1)} ms, OpenLDAP ${ldap.toFixed(1)} ms; ratio ${spread(each)}; ${verdict(`<= ${goal}`, middle(each) <= goal)}`;
  };
  return [line('median', 0.5, of), line('p99', 0.99, of), line('at best', 0.5, [quickest(of)])];
}

/** Each query as quick as it ever was: what others on the machine did has no part in it. */
function quickest([first = [], ...others]: readonly Times[]): Times {
  return first.map((one, at) => {
    const all = [one, ...others.flatMap((round) => round[at] ?? [])];
    const least = (who: 'ours' | 'ldap') => Math.min(...all.map((time) => time[who]));
    return { ...one, ours: least('ours'), ldap: least('ldap') };
  });
}

/** What can be compared: whom both know, where a whole name was typed, and whether the wanted entry is among the first 20. */
function contents(found: readonly Found[]): readonly string[] {
  const both = found.filter(({ inLdap, listed }) => inLdap.length > 0 && listed.length > 0);
  const names = both.filter(({ query }) => query.kind === 'name');
  const other = names.filter(({ inLdap, listed: [best] }) => !inLdap.includes(best?.email ?? ''));
  const counts = ldapKinds.map((kind) => {
    const ofKind = found.filter(({ query }) => query.kind === kind);
    return `${both.filter(({ query }) => query.kind === kind).length} of ${ofKind.length} ${kind}`;
  });
  const whom = other.map(
    ({ query, listed: [best] }) =>
      `; not for "${query.typed}", which is ${best?.displayName} to us`,
  );
  const most = both.toSorted((a, b) => b.inLdap.length - a.inLdap.length)[0];
  const alone = found.filter(({ inLdap, listed }) => inLdap.length === 0 && listed.length > 0);
  return [
    `  asked for: ${counts.join(', ')}; not compared are ${alone.length} that only ours finds somebody by, as "${alone[0]?.query.typed}": hyphens, letters without their marks`,
    `  the entry that ours puts first for a name is among OpenLDAP's for ${names.length - other.length} of ${names.length}${whom.join('')}`,
    `  not comparable: OpenLDAP gives any 20 of up to ${most?.inLdap.length} ("${most?.query.typed}") in no order; it hides nobody; ours looks among titles, units and subjects too, ranks, and says from which municipality`,
  ];
}
