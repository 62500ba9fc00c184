import { Client } from 'pg';
import { at } from '../../json.js';
import { firstOf } from '../../live/client.js';
import { record, type Recording, type Told } from '../../live/record.js';
import { others } from '../hidden-person.js';
import type { Viewers } from '../origin.js';
import type { World } from '../world.js';

/** What each viewer was told between two changes of somebody OPEN, by viewer; equal texts are equal events in equal order. */
export type Heard = ReadonlyMap<string, readonly string[]>;

/** Those who watch one world, and a way into its database. */
export type Audience = {
  readonly world: World;
  readonly db: Client;
  /** Carries out statements as the owner of the tables, as one change. */
  carryOut(statements: readonly string[]): Promise<void>;
  /** Changes somebody OPEN who is nothing to others, and gives what everybody was told since the last time, up to that. */
  hear(): Promise<Heard>;
  /** How many bookmarks each has had. */
  bookmarks(): ReadonlyMap<string, number>;
  /** How those were refused who may not watch. */
  readonly refused: ReadonlyMap<string, string>;
  stop(): Promise<void>;
};

/** Subscribes in one world as all of them. */
export async function openAudience(
  world: World,
  viewers: Viewers,
  entry: string,
): Promise<Audience> {
  const query = `subscription { directoryChanged { __typename
    ... on EntryChanged { cursor entry { id ... on Person { title } ${entry} } }
    ... on EntryGone { cursor id } ... on ResyncRequired { cursor cause } ... on Bookmark { at } } }`;
  const { origin } = world.url;
  const streams = new Map<string, Recording>();
  const refused = new Map<string, string>();
  for (const [viewer, token] of Object.entries(viewers)) {
    const first = await firstOf(origin, token, query);
    if (first.errors === undefined && first.closed === undefined)
      streams.set(viewer, await record(origin, token, query));
    else refused.set(viewer, JSON.stringify(at(first.errors, '*.extensions.code') ?? first));
  }
  const db = new Client({ connectionString: world.ownerUrl });
  await db.connect();
  const carryOut = async (statements: readonly string[]) => {
    await db.query('begin');
    for (const statement of statements) await db.query(statement);
    await db.query('commit');
  };
  let marks = 0;
  return {
    world,
    db,
    refused,
    carryOut,
    hear: async () => {
      marks += 1;
      const mark = `Vaktmästare ${marks}`;
      await carryOut([`update person set title = '${mark}' where email = '${others.ylva}'`]);
      const isMark = (event: Told) => at(event, 'entry.title') === mark;
      const heard = [...streams].map(
        async ([viewer, stream]) => [viewer, (await stream.until(isMark)).map(comparable)] as const,
      );
      return new Map(await Promise.all(heard));
    },
    bookmarks: () => new Map([...streams].map(([viewer, stream]) => [viewer, stream.bookmarks()])),
    stop: async () => {
      for (const stream of streams.values()) stream.stop();
      await db.end();
    },
  };
}

/**
 * Positions are encrypted, and another number in another world: they are of one length, and that is all there is to see.
 * So are the ids of forwardings that the exchange reports, made by chance after those of the person in the same report.
 */
function comparable(event: Told): string {
  return JSON.stringify(event, (name, value: unknown) => {
    if (name === 'forwardings') return JSON.parse(withoutIds(value)) as unknown;
    return name === 'cursor' && typeof value === 'string' ? value.length : value;
  });
}

function withoutIds(forwardings: unknown): string {
  return JSON.stringify(forwardings, (name, value: unknown) =>
    name === 'id' && typeof value === 'string' && value.startsWith('B') ? value.length : value,
  );
}
