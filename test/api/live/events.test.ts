import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { PersonId } from '../../../src/kernel/ids.js';
import { globalId, parseGlobalId } from '../../../src/kernel/ids.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { at, textAt } from '../../support/json.js';
import { listening } from '../../support/listening.js';
import { openAs, type Watched } from '../../support/live/socket.js';
import { scriptStreams, type ScriptedStreams } from '../../support/live/scripted-streams.js';

let app: TestApp;
let streams: ScriptedStreams;
let anna: PersonId;
let eva: PersonId;
let watched: Watched;

beforeAll(async () => {
  app = await startTestApp();
  streams = scriptStreams(app);
  const officer = await app.token('officer', '1861', '40102');
  const idOf = async (email: string) => {
    const { data } = await app.ask(officer, `{ person(ref: { email: "${email}" }) { id } }`);
    return parseGlobalId(textAt(data, 'person.id'))?.id as PersonId;
  };
  anna = await idOf('anna.johansson@hallsberg.test');
  eva = await idOf('eva.sundin@hallsberg.test');
}, 60_000);
afterAll(() => app.stop());
beforeEach(async () => {
  watched = await openAs(app.url, app.keys['operator'] ?? '');
});
afterEach(async () => {
  watched.socket.terminate();
  await until(() => streams.open() === 0);
});

const query = `subscription ($filter: WatchFilter, $after: EventCursor) {
  directoryChanged(filter: $filter, after: $after) {
    __typename
    ... on EntryChanged { cursor entry { id displayName ... on Person { title unit { name } manager { displayName } } } }
    ... on EntryGone { cursor id }
    ... on ResyncRequired { cursor cause }
  }
}`;

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
function tellChanged(cursor: string, id: PersonId): void {
  streams.tell({ kind: 'CHANGED', cursor, id, position: 1, before: 0 });
}
async function begin(variables: Record<string, unknown> = {}): Promise<void> {
  const before = streams.opened.length;
  watched.say({ type: 'subscribe', id: '1', payload: { query, variables } });
  await until(() => streams.open() === 1 && streams.opened.length > before);
}
const next = (directoryChanged: unknown) => ({
  type: 'next',
  id: '1',
  payload: { data: { directoryChanged } },
});

test('an entry comes as the viewer may see it at that moment, and one that may not be seen does not come', async () => {
  await begin();
  tellChanged('a', eva);
  tellChanged('b', anna);
  const { data } = await app.ask(
    'operator',
    `{ node(id: "${globalId('PERSON', anna)}") { ... on Person { id displayName title unit { name } manager { displayName } } } }`,
  );
  expect(at(data, 'node.displayName')).toBe('Anna Johansson');
  expect(await watched.heard()).toEqual(
    next({ __typename: 'EntryChanged', cursor: 'b', entry: at(data, 'node') }),
  );
});

test('an entry that is gone, and a stream that must begin anew, name nothing else', async () => {
  await begin();
  streams.tell({ kind: 'GONE', cursor: 'c', id: eva });
  streams.tell({ kind: 'RESYNC', cursor: 'd', cause: 'TOO_OLD' });
  const id = globalId('PERSON', eva);
  expect(await watched.heard()).toEqual(next({ __typename: 'EntryGone', cursor: 'c', id }));
  expect(await watched.heard()).toEqual(
    next({ __typename: 'ResyncRequired', cursor: 'd', cause: 'TOO_OLD' }),
  );
});

test('the source is told who asks, and for what', async () => {
  const entryIds = [globalId('PERSON', anna), globalId('PERSON', anna)];
  const filter = { municipalityCodes: ['1861', '1860', '1861'], entryIds };
  await begin({ filter, after: 'some_position-1' });
  const { viewer, request } = streams.opened.at(-1) ?? {};
  expect(viewer?.roles).toEqual(['OPERATOR']);
  expect(request).toMatchObject({
    filter: { municipalityCodes: ['1860', '1861'], entryIds: [anna] },
    after: 'some_position-1',
  });
});

test.each([
  ['nothing', {}],
  ['null', { filter: null, after: null }],
  ['lists that are null', { filter: { municipalityCodes: null, entryIds: null } }],
])('%s asks for everything', async (_, variables) => {
  await begin(variables);
  const all = { filter: { municipalityCodes: null, entryIds: null }, after: null };
  expect(streams.opened.at(-1)?.request).toMatchObject(all);
});

test('a list that is empty asks for nothing, which is not everything', async () => {
  await begin({ filter: { entryIds: [] } });
  expect(streams.opened.at(-1)?.request.filter.entryIds).toEqual([]);
});

test('a source that breaks ends the stream, and tells nothing of what broke', async () => {
  const { lines } = await listening(async () => {
    await begin();
    streams.fail(new Error('Anna Johansson has 0582-00 12 34'));
    const { type, id, payload } = await watched.heard();
    expect([type, id, at(payload, '*.extensions.code')]).toEqual(['error', '1', ['INTERNAL']]);
    expect(JSON.stringify(payload)).not.toContain('Anna');
    expect(streams.open()).toBe(0);
    // The connection itself goes on.
    await begin();
    streams.tell({ kind: 'RESYNC', cursor: 'e', cause: 'TOO_SLOW' });
    expect(at(await watched.heard(), 'payload.data.directoryChanged.cause')).toBe('TOO_SLOW');
  });
  expect(lines.join('')).toContain('web.fault at=');
  expect(lines.join('')).not.toContain('Anna');
});

test('what cannot be written ends the stream, and tells nothing', async () => {
  await begin();
  streams.tell({ kind: 'RESYNC', cursor: 'f', cause: 'Anna Johansson' as 'TOO_OLD' });
  const { type, payload } = await watched.heard();
  expect([type, at(payload, '*.extensions.code')]).toEqual(['error', ['INTERNAL']]);
  expect(JSON.stringify(payload)).not.toContain('Anna');
  await until(() => streams.open() === 0);
});

test('a stream that its client completes is ended at its source', async () => {
  await begin();
  watched.say({ type: 'complete', id: '1' });
  await until(() => streams.open() === 0);
});

test('an id that is used anew while its first use is being begun leaves nothing open', async () => {
  for (let i = 0; i < 10; i += 1) {
    watched.say({ type: 'subscribe', id: '1', payload: { query } });
    watched.say({ type: 'complete', id: '1' });
  }
  watched.say({ type: 'subscribe', id: '1', payload: { query } });
  await until(() => streams.open() > 0);
  // Closing the connection ends all of them: afterEach waits for that.
});
