import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { notStreamed } from '../../src/web/live/not-streamed.js';
import { at } from '../support/json.js';
import { firstOf } from '../support/live/client.js';
import { dataTypes, fieldsOf } from '../support/matrix/answers.js';
import { readExpectations } from '../support/matrix/expectations.js';
import { isTold, lettered, ofAPerson, ofTheProtected } from '../support/matrix/letters.js';
import { measureStreams, toldOfLeavers, watching } from '../support/matrix/measure-streams.js';
import { measure } from '../support/matrix/measure.js';
import type { Notes } from '../support/matrix/notes.js';
import { truthOf } from '../support/matrix/truth.js';
import { matrixViewers, type Viewers } from '../support/matrix/viewers.js';
import { buildWorld, type World } from '../support/matrix/world.js';

/** Written by hand, and by nothing of the program: who sees what. */
const file = 'who-sees-what.csv';
const { viewers: columns, lines } = readExpectations(`test/api/${file}`);
/** Lines of fields that come with their object, whoever gets it; they hold "=" and nothing else. */
const carried = lines.filter(({ cells }) => Object.values(cells).includes('='));
const told = lines.filter((line) => !carried.includes(line));

let app: TestApp;
let world: World;
let viewers: Viewers;
let notes: Notes;
/** Of those who may watch the directory, what streams showed them; and who may not. */
let streamed: Notes;
const unwatched = (notStreamed['Unit'] ?? []).map((field) => `Unit.${field}`);
let [watchers, others]: readonly [Viewers, Viewers] = [{}, {}];

beforeAll(async () => {
  app = await startTestApp();
  world = await buildWorld(app);
  viewers = await matrixViewers(app, world.subjects);
  [watchers, others] = watching(viewers);
  streamed = await measureStreams(app, world, watchers);
  notes = await measure(app, world, viewers);
}, 600_000);
afterAll(async () => {
  await world.close();
  await app.stop();
});

test('no question is refused, but for who asks', () => {
  expect([...notes.faults]).toEqual([]);
});

test('every data field of the schema has a line', () => {
  const known = new Set(lines.map(({ subject }) => subject));
  const missing = dataTypes.flatMap(fieldsOf).filter((field) => !known.has(field));
  expect(missing.map((field) => `${field} has no line in ${file}`)).toEqual([]);
});

test('what comes with its object is never about people', () => {
  const typeOf = (subject: string) => subject.split('.')[0] ?? '';
  const about = carried.filter(({ subject }) => lettered.includes(typeOf(subject)));
  expect(about.map(({ name }) => `${name} is about people: say who sees it in ${file}`)).toEqual(
    [],
  );
  for (const { name, cells } of carried)
    expect([name, ...new Set(Object.values(cells))]).toEqual([name, '=']);
});

test('every viewer has a column, and every line was asked for', () => {
  expect(columns).toEqual(Object.keys(viewers));
  const asked = new Set(notes.lines());
  const lost = told.filter(({ name }) => !asked.has(name));
  expect(lost.map(({ name }) => `${name} is in ${file}, and nothing asks for it`)).toEqual([]);
  const known = new Set(told.map(({ name }) => name));
  const extra = notes.lines().filter((name) => !known.has(name));
  expect(extra.map((name) => `${name} has no line in ${file}`)).toEqual([]);
});

test('there is something to hide behind every cell: everything is filled in, of everybody', () => {
  for (const subject of world.subjects) {
    const truth = truthOf(subject, world.now, true);
    const possible = ofAPerson
      .flatMap(fieldsOf)
      .filter((field) => subject.level === 'PROTECTED' || !ofTheProtected.includes(field));
    const empty = possible.filter((field) => !isTold(field, truth));
    expect(empty.map((field) => `truth.ts says nothing of ${field}`)).toEqual([]);
  }
});

test('every cell is what the program shows', () => {
  const cells = told.flatMap(({ name, cells: expected }) =>
    columns.map((viewer) => {
      const [wanted, got] = [expected[viewer] ?? '', notes.cell(name, viewer)];
      return { right: wanted === got, text: `${name} | ${viewer} | ${wanted} | but ${got}` };
    }),
  );
  expect(cells.filter(({ right }) => !right).map(({ text }) => text)).toEqual([]);
  process.stdout.write(
    `${file}: ${cells.length} cells of ${told.length} lines and ${columns.length} viewers, ${cells.length * 3} with the levels; ${carried.length} fields come with their object.\n`,
  );
});

describe('over WebSocket', () => {
  /** What can be watched of an entry; whoever has left is in no list, and so in no stream. */
  const types = [...ofAPerson, 'SharedLine'];
  const ofEntries = told.filter(
    ({ subject, situation }) =>
      types.includes(subject.split('.')[0] ?? '') && situation !== 'has left',
  );

  test('every field of an entry is watched, and of a unit those that nobody hides', () => {
    const ofUnits = fieldsOf('Unit').filter((field) => !unwatched.includes(field));
    const cells = lines.filter(({ name }) => ofUnits.includes(name)).map((one) => one.cells);
    expect(new Set(cells.flatMap((one) => Object.values(one)))).toEqual(new Set(['v v v']));
    expect(streamed.lines().toSorted()).toEqual(ofEntries.map(({ name }) => name).toSorted());
  });

  test('every cell is what an event shows', () => {
    const cells = ofEntries.flatMap(({ name, cells: expected }) =>
      Object.keys(watchers).map((viewer) => {
        const [wanted, got] = [expected[viewer] ?? '', streamed.cell(name, viewer)];
        return { right: wanted === got, text: `${name} | ${viewer} | ${wanted} | but ${got}` };
      }),
    );
    expect(cells.filter(({ right }) => !right).map(({ text }) => text)).toEqual([]);
  });

  test('whoever may not watch is told so, and nothing else', async () => {
    const query = 'subscription { directoryChanged { __typename } }';
    const refused: Record<string, unknown> = {};
    for (const [viewer, tokenFor] of Object.entries(others)) {
      const [one] = world.subjects;
      const { data, errors } = await firstOf(app.url, one ? tokenFor(one) : '', query);
      refused[viewer] = [data, at(errors, '*.extensions.code')];
    }
    const expected = columns.filter((name) => name.startsWith('integration'));
    expect(refused).toEqual(
      Object.fromEntries(expected.map((viewer) => [viewer, [undefined, ['FORBIDDEN']]])),
    );
  });

  test('nobody is told of those who have left', async () => {
    expect(await toldOfLeavers(app, world, watchers)).toEqual([]);
  });
});

test('every way to ask shows the same person', () => {
  expect(notes.differences).toEqual([]);
});

test('municipalities, units and directories are the same for everybody', async () => {
  const sources = `sources { ${namesOf('SourceState')} }`;
  const municipality = `id code name switchboardNumber lastCompleteSyncAt ${sources}`;
  const unit = `person(ref: { email: "erik.bjorkman@hallsberg.test" }) { unit { id } }`;
  const { data } = await app.ask('operator', `{ ${unit} }`);
  const { id } = (data as { person: { unit: { id: string } } }).person.unit;
  const query = `{ municipalities { ${municipality} } node(id: "${id}") { id ... on Unit { name municipality { code } parent { id name } } } }`;
  const answers = new Set<string>();
  for (const one of world.subjects.slice(0, 1))
    for (const tokenFor of Object.values(viewers))
      answers.add((await app.ask(tokenFor(one), query)).text);
  expect(answers.size).toBe(1);
  expect([...answers][0]).toContain('"name":"Kansliet","municipality":{"code":"1861"},"parent":{');
});

function namesOf(type: string): string {
  return fieldsOf(type)
    .map((field) => field.split('.')[1])
    .join(' ');
}
