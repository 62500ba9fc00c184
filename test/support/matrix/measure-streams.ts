import type { TestApp } from '../app.js';
import { at, textAt } from '../json.js';
import { record, type Recording, type Told } from '../live/record.js';
import { allOfPerson, allOfSharedLine } from './answers.js';
import { EntryLetters } from './entry-letters.js';
import { Notes, type Who } from './notes.js';
import type { Viewers } from './viewers.js';
import { witness, type World } from './world.js';

/** Who may not watch at all are left out: their columns, by the files of expectations. */
const cannotWatch = /^integration/;

/** The viewers of the matrix who watch, and the others. */
export function watching(viewers: Viewers): readonly [watchers: Viewers, others: Viewers] {
  const entries = Object.entries(viewers);
  const those = (can: boolean) => entries.filter(([name]) => cannotWatch.test(name) !== can);
  return [Object.fromEntries(those(true)), Object.fromEntries(those(false))];
}

/** Has everybody watch while every entry of the world changes, scene after scene, and notes what its event shows. */
export async function measureStreams(app: TestApp, world: World, viewers: Viewers): Promise<Notes> {
  const notes = new Notes();
  const letters = new EntryLetters(notes, world);
  const scene = async (selection: string, look: (who: Who, shown: Shown) => void) => {
    for (const [who, shown] of await whatIsTold(app, world, viewers, selection)) look(who, shown);
  };
  await scene(`... on Person { ${allOfPerson} }`, (who, shown) => {
    letters.person(who, shown.get(who.subject.id) ?? null);
    if (who.subject.level === 'PROTECTED') letters.card(who, shown.get(world.card.id) ?? null);
  });
  for (const audience of ['OPERATORS_ONLY', 'OWN_MUNICIPALITY', 'COOPERATION'] as const) {
    await world.mobileAudience(audience);
    await scene('... on Person { numbers { kind e164 } }', (who, shown) =>
      letters.mobile(who, `mobile ${audience}`, shown.get(who.subject.id) ?? null),
    );
  }
  await world.mobileAudience(null);
  await world.sharedPhones(true);
  await scene(`... on SharedLine { ${allOfSharedLine} }`, (who, shown) =>
    letters.sharedLine(who, shown.get(who.subject.id) ?? null),
  );
  await world.sharedPhones(false);
  return notes;
}

/** The names of the viewers who are told anything when those change who have left. */
export async function toldOfLeavers(
  app: TestApp,
  world: World,
  viewers: Viewers,
): Promise<readonly string[]> {
  const told = await whatIsTold(app, world, viewers, '');
  const left = world.subjects.map(({ id }) => id);
  return told.flatMap(([{ viewer }, shown]) => (left.some((id) => shown.has(id)) ? [viewer] : []));
}

/** The entries that one stream told of, by id. */
type Shown = ReadonlyMap<string, unknown>;

/** What is told when everybody's name has changed: once, so that each viewer has something to see. */
async function whatIsTold(
  { url }: TestApp,
  world: World,
  viewers: Viewers,
  selection: string,
): Promise<readonly (readonly [Who, Shown])[]> {
  const query = `subscription { directoryChanged { __typename
    ... on EntryChanged { entry { id displayName ${selection} } }
    ... on EntryGone { id } ... on ResyncRequired { cause } } }`;
  const all = Object.entries(viewers).flatMap(([viewer, tokenFor]) =>
    world.subjects.map((subject): Who => ({ viewer, subject, token: tokenFor(subject) })),
  );
  await world.rename(' förut');
  const open = new Map<string, Recording>();
  try {
    const tokens = [...new Set(all.map(({ token }) => token))];
    await Promise.all(
      tokens.map(async (token) => open.set(token, await record(url, token, query))),
    );
    await world.rename('');
    const toldOf = (recording: Recording, name: string) =>
      recording.until((event) => at(event, 'entry.displayName') === name);
    const told = new Map<string, readonly Told[]>();
    for (const [token, recording] of open) told.set(token, await toldOf(recording, witness));
    // Whoever is told of again, as somebody who depends on another, may come after the witness, but not after this.
    await world.renameWitness(`${witness} igen`);
    const shown = new Map<string, Shown>();
    for (const [token, recording] of open) {
      const last = await toldOf(recording, `${witness} igen`);
      shown.set(token, new Map([...(told.get(token) ?? []), ...last].map(entryOf)));
    }
    return all.map((who) => [who, shown.get(who.token) ?? new Map()]);
  } finally {
    for (const recording of open.values()) recording.stop();
  }
}

/** A stream that tells anything else than that an entry is otherwise has not shown what it was to show. */
function entryOf(event: Told): readonly [string, unknown] {
  if (event['__typename'] !== 'EntryChanged') throw new Error(JSON.stringify(event));
  const { entry } = event;
  return [textAt(entry, 'id'), entry];
}
