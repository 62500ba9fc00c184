import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startScriptedLdap, type ScriptedLdap } from '../../support/scripted-ldap.js';
import {
  samplePeople,
  samplePerson,
  sampleUnit,
} from '../../support/scripted-ldap/sample-people.js';
import {
  breakEntry,
  cut,
  cutAfter,
  cutInEntry,
  disconnect,
  garbage,
  reset,
  silence,
} from '../../support/scripted-ldap/wire-behaviours.js';
import type { Script } from '../../support/scripted-ldap/script.js';
import {
  inHaste,
  reader,
  startSyncedSources,
  type SyncedSources,
} from '../../support/synced-source.js';
import { inPeople, ofPeople, recover, withstand } from '../../support/withstand.js';

let ldap: ScriptedLdap;
let spare: ScriptedLdap;
let hole: ScriptedLdap;
let synced: SyncedSources;
const directory = { people: samplePeople(5), units: [sampleUnit], account: reader };

beforeAll(async () => {
  ldap = await startScriptedLdap(directory);
  spare = await startScriptedLdap(directory);
  hole = await startScriptedLdap({ ...directory, script: { accept: () => 'silence' } });
  synced = await startSyncedSources([{ server: ldap.url }]);
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', seen: 5, created: 5 });
}, 60_000);
afterAll(async () => {
  await synced.stop();
  await ldap.close();
  await spare.close();
  await hole.close();
});

/** A run with these servers in place of the usual one. */
const from = (...servers: string[]) =>
  synced.sync(synced.source('hallsberg', { servers, ...inHaste }));

/** A run that does not wait long for a server that behaves so. */
const hastily = (script: Script) => () => {
  ldap.change({ script });
  return synced.sync(synced.source('hallsberg', inHaste));
};

/** A port on which nothing answers. */
async function nobody(): Promise<string> {
  const server = await startScriptedLdap({ people: [] });
  await server.close();
  return server.url;
}

test('1: a server that refuses connections', async () => {
  const refusing = await nobody();
  await withstand(synced, ldap, () => from(refusing), {
    message: /^ldap:\/\/127\.0\.0\.1:\d+: nothing answers on that port\.$/,
  });
});

test('1: a host that is unknown', async () => {
  await withstand(synced, ldap, () => from('ldap://nowhere.invalid:3389'), {
    message: /^ldap:\/\/nowhere\.invalid:3389: the host name is unknown\.$/,
  });
});

test('1: a black hole', async () => {
  const begin = performance.now();
  await withstand(synced, ldap, hastily({ accept: () => 'silence' }), {
    message: /^ldap:\/\/127\.0\.0\.1:\d+: the server did not answer in time\.$/,
  });
  expect(performance.now() - begin).toBeLessThan(30_000);
});

test('1: the next server is tried, and each that did not answer is told of', async () => {
  const refusing = await nobody();
  expect(await from(refusing, hole.url, spare.url)).toMatchObject({
    status: 'SUCCEEDED',
    server: spare.url,
    seen: 5,
    missing: 0,
  });
  await withstand(synced, ldap, () => from(refusing, hole.url), {
    message: new RegExp(
      `^${refusing}: nothing .*\\. ${hole.url}: the server did not answer in time\\.$`,
    ),
  });
});

test.each([
  ['cut before an answer', cut],
  ['cut inside an entry', cutInEntry(3)],
  ['reset', reset],
])('3: a connection that is %s', async (_, behaviour) => {
  await withstand(synced, ldap, inPeople(behaviour), {
    message: /: the server closed the connection\.$/,
  });
});

test('1: what a process staged that died meanwhile is not taken in by the next run', async () => {
  await synced.db.query(
    `insert into staged_person (source_id, municipality_code, directory_key, person_id, known, source_hash,
        level, display_name, kind, account_state, filled, dn_digest, sort_key, search_words, list_key)
     select source_id, municipality_code, 'left-behind', gen_random_uuid(), false, 'none', 'OPEN',
        'Left Behind', kind, account_state, '', 'none', 'behind left', '', '' from person limit 1`,
  );
  await recover(synced, ldap);
  expect(await synced.facts()).not.toContain('Left Behind');
});

test('4: a server that never answers a search costs two pages of patience, and the next one is read', async () => {
  ldap.change({ script: inPeople(silence) });
  const [asked, connections] = [ldap.searches.length, ldap.connections];
  expect(await from(ldap.url, spare.url)).toMatchObject({ status: 'SUCCEEDED', server: spare.url });
  expect(ldap.searches.slice(asked).filter(ofPeople)).toHaveLength(2);
  expect(ldap.connections - connections).toBe(2);
  await withstand(synced, ldap, hastily(inPeople(silence)), {
    message: /: the server did not answer in time\.$/,
  });
});

test('13: what a server says to nobody is not read: a client that lost its connection asks no more', async () => {
  ldap.change({ anonymous: 'nothing' });
  const asked = ldap.requests.length;
  await withstand(synced, ldap, inPeople(cutAfter), {
    message: /: (the server closed the connection|the connection was lost while reading)\.$/,
  });
  for (const one of ldap.requests.slice(asked))
    if (one.kind === 'search' || one.kind === 'rootDse') expect(one.boundAs).toBe(reader.dn);
});

test('13: a bind that the server takes for anonymous is noticed when it answers with nobody', async () => {
  // As a server whose account was lost: the bind succeeds, and every search finds nothing.
  const people = [samplePerson(1, { objectClass: ['device'] })];
  await withstand(
    synced,
    ldap,
    () => {
      ldap.change({ people });
      return synced.sync();
    },
    { message: /: the directory answered with nobody at all, so nothing was changed\.$/ },
  );
});

test('34: an entry that cannot be read fails the run, and its connection is given up', async () => {
  const connections = ldap.connections;
  await withstand(synced, ldap, inPeople(breakEntry(2)), {
    message: /: the server sent (an entry that cannot be read|something that is not LDAP)\.$/,
  });
  expect(ldap.connections - connections).toBe(3);
});

test.each([
  ['a web server', undefined],
  ['noise', Buffer.from([0x30, 0x05, 0x02, 0x01, 0x63, 0x99, 0xff])],
  ['nothing but noughts', Buffer.alloc(64)],
])('35: bytes of %s', async (_, bytes) => {
  await withstand(synced, ldap, inPeople(garbage(bytes)), {
    message: /: the server sent something that is not LDAP\.$/,
  });
});

test('51: a notice of disconnection', async () => {
  await withstand(synced, ldap, inPeople(disconnect), {
    message: /: the server closed the connection\.$/,
  });
});

test('52: each try has one connection, asks one thing at a time on it, and leaves it', async () => {
  const [connections, asked] = [ldap.connections, ldap.searches.length];
  await withstand(synced, ldap, inPeople(cut), { message: /closed the connection/ });
  // Two tries that failed, and the healthy run.
  expect(ldap.connections - connections).toBe(3);
  const pages = ldap.searches.slice(asked).filter(ofPeople);
  expect(pages.map(({ connection }) => connection - connections)).toEqual([1, 2, 3]);
  expect(ldap.openConnections).toBe(0);
});

test('nothing is left of all that', () => recover(synced, ldap));
