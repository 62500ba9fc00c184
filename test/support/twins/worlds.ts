import { copyTestDatabase, type TestDatabase } from '../database.js';
import type { TestApp } from '../app.js';
import { textAt } from '../json.js';
import { until } from '../until.js';
import { factsOf, type Facts } from './facts.js';
import { hallsbergWith, rut } from './hidden-person.js';
import { startOrigin, type Viewers } from './origin.js';
import { removeWholly } from './without-person.js';
import type { Command } from './world-process.js';
import { startWorld, type World } from './world.js';

/** The worlds of the proof: equal but for one person. */
export type Worlds = {
  /** The person is PROTECTED. */
  readonly hidden: World;
  /** The person never was. */
  readonly absent: World;
  /** The person is OPEN: the control, in which every family of operations must differ. */
  readonly open: World;
  readonly facts: Facts;
  readonly viewers: Viewers;
  readonly app: TestApp;
  stop(): Promise<void>;
};

/** The states of a directory: with the person's entry where the person is, and the rest of the text. */
export type DirectoryState = {
  readonly rut: string | null;
  readonly edit?: (text: string) => string;
};

/** Makes one database, copies it three times, and starts the program over each copy. */
export async function startWorlds(): Promise<Worlds> {
  const { app, viewers } = await startOrigin();
  // A database can only be copied while nobody is connected to it.
  await app.app.close();
  const facts = await factsOf(app.databaseUrl);
  const databases: TestDatabase[] = [];
  for (let i = 0; i < 3; i += 1) databases.push(await copyTestDatabase(app.databaseUrl));
  const [hidden, absent, open] = databases;
  if (!hidden || !absent || !open) throw new Error('There are three worlds.');
  await removeWholly(absent.ownerUrl, rut.email);
  const start = (name: string, { programUrl, ownerUrl }: TestDatabase) =>
    startWorld(
      name,
      { ...app.environment, DATABASE_URL: programUrl, DATABASE_OWNER_URL: ownerUrl },
      app.clock.now(),
    );
  const worlds = {
    hidden: await start('hidden', hidden),
    absent: await start('absent', absent),
    open: await start('open', open),
  };
  const officer = await app.token('officer', '1861');
  for (const world of Object.values(worlds)) await knowsIssuer(world, officer);
  await protect(worlds.hidden, officer, facts);
  return {
    ...worlds,
    facts,
    viewers,
    app,
    stop: async () => {
      await Promise.all(Object.values(worlds).map((world) => world.stop()));
      for (const database of databases) await database.drop();
      await app.stop();
    },
  };
}

/** Whoever comes first may be refused while an issuer's keys are read, where the machine has other work: one world must not differ by that. */
async function knowsIssuer(world: World, token: string): Promise<void> {
  await until("the issuer's keys", 20_000, async () => {
    const { body } = await world.ask(token, '{ __typename }', {});
    return body.includes('"data"') ? body : null;
  });
}

async function protect(world: World, officer: string, { rut: { id } }: Facts): Promise<void> {
  const find = `query ($id: ID!) { person(ref: { id: $id }) { version } }`;
  const version = textAt(
    JSON.parse((await world.ask(officer, find, { id })).body),
    'data.person.version',
  );
  const raise = `mutation ($id: ID!, $version: String!) { setProtection(input: { personId: $id,
    level: PROTECTED, caseReference: "KS 2026-118", expectedVersion: $version }) { userErrors { code } } }`;
  const { body } = await world.ask(officer, raise, { id, version });
  if (!body.includes('"userErrors":[]')) throw new Error(body);
}

/** Has every world do the same. */
export async function everywhere(
  { hidden, absent, open }: Worlds,
  command: Command,
): Promise<readonly string[]> {
  return Promise.all([hidden, absent, open].map((world) => world.tell(command)));
}

/** Moves every world on by a minute, and has each read Hallsberg's directory as it would be there; null is a directory that does not answer. */
export async function syncAll(
  worlds: Worlds,
  state: DirectoryState | null,
  seed: number,
): Promise<readonly string[]> {
  const { app, hidden, absent, open } = worlds;
  const outcomes: string[] = [];
  if (state === null) await app.stopDirectory('1861');
  await everywhere(worlds, { do: 'ADVANCE', seconds: 60 });
  await everywhere(worlds, { do: 'SEED', seed });
  for (const world of [hidden, absent, open]) {
    if (state !== null) {
      const { rut: entry, edit = (text: string) => text } = state;
      const there = world === absent ? null : entry;
      await app.changeDirectory('1861', (text) => edit(hallsbergWith(text, there)));
    }
    outcomes.push(await world.tell({ do: 'SYNC', code: '1861' }));
  }
  return outcomes;
}
