import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startLevels, type LevelsTest } from '../../support/levels.js';
import { watch, type Watching } from '../../support/live/watch.js';

let t: LevelsTest;
let anna: string;
let erik: string;
const open: Watching[] = [];

beforeAll(async () => {
  t = await startLevels();
  [anna, erik] = [await t.id('anna-karin.lindblad'), await t.id('erik.bjorkman')];
  await lines('IDLE');
  await t.db.query(
    `insert into stand_in (person_id, stand_in_id, municipality_code, position)
     select p.id, s.id, '1861', 1 from person p, person s where p.email = $1 and s.email = $2`,
    ['anna-karin.lindblad@hallsberg.test', 'erik.bjorkman@hallsberg.test'],
  );
}, 60_000);
afterAll(async () => {
  for (const one of open) await one.stop();
  await t.stop();
});

type Alternative = { readonly entry: { readonly id: string }; readonly canConnect: boolean };
type Reachable = { readonly reachability: { readonly alternatives: readonly Alternative[] } };

/** What the lines of Anna-Karin's stand-in are. */
function lines(status: string) {
  const now = t.app.clock.now();
  return t.db.query(
    `insert into line_state (municipality_code, line, status, report_seq, expires_at)
     select n.municipality_code, n.e164, $2, 1, $3 from phone_number n join person p on p.id = n.person_id
      where p.email = $1 and n.e164 is not null
     on conflict (municipality_code, line) do update set status = excluded.status`,
    ['erik.bjorkman@hallsberg.test', status, new Date(now.getTime() + 3_600_000)],
  );
}
async function watching(entry: string, after: string | null = null): Promise<Watching> {
  const stream = await watch(t.app, 'operator', `id ${entry}`, after);
  open.push(stream);
  return stream;
}
/** Whether the stand-in can take a call, as the next event of Anna-Karin says. */
async function told(stream: Watching): Promise<boolean | undefined> {
  for (;;) {
    const { entry } = (await stream.next()) as { entry?: Reachable & { id: string } };
    if (entry?.id === anna)
      return entry.reachability.alternatives.find((one) => one.entry.id === erik)?.canConnect;
  }
}
const answers = '... on Person { reachability { alternatives { entry { id } canConnect } } }';

test('an answer is told anew when somebody who answers instead can take the call or not (P9)', async () => {
  const stream = await watching(answers);
  await lines('IN_CALL');
  expect(await told(stream)).toBe(false);
  await lines('IDLE');
  expect(await told(stream)).toBe(true);
});

test('who was away when that happened is told of it too', async () => {
  const { data } = await t.app.ask('operator', '{ directory { eventCursor } }');
  const { eventCursor } = (data as { directory: { eventCursor: string } }).directory;
  await lines('IN_CALL');
  expect(await told(await watching(answers, eventCursor))).toBe(false);
});

test('who asks for nothing of others is told of nobody but the one who changed', async () => {
  const stream = await watching('... on Person { title presence { availability } }');
  await lines('IDLE');
  expect(await stream.next()).toMatchObject({ entry: { id: erik } });
  await t.db.query('update person set title = $1 where email = $2', [
    'Arkivarie',
    'anna-karin.lindblad@hallsberg.test',
  ]);
  expect(await stream.next()).toMatchObject({ entry: { id: anna, title: 'Arkivarie' } });
});

test('nobody is told of by way of somebody PROTECTED, not even who was away: it would tell that there is somebody', async () => {
  const asked = `... on Person { title } ${answers}`;
  await t.force('erik.bjorkman', 'PROTECTED');
  const { data } = await t.app.ask('operator', '{ directory { eventCursor } }');
  const { eventCursor } = (data as { directory: { eventCursor: string } }).directory;
  const stream = await watching(asked);
  await lines('RINGING');
  await t.db.query('update person set title = $1 where email = $2', [
    'Kock',
    'tomas.ek@askersund.test',
  ]);
  const witness = { entry: { title: 'Kock' } };
  for (const one of [stream, await watching(asked, eventCursor)])
    expect(await one.next()).toMatchObject(witness);
});

test.each([
  'unit { answerGroup { id } }',
  'unit { parent { manager { id } } }',
  'unit { subjects { word } }',
  'municipality { sources { id } }',
])('what is not told of when it changes is refused: %s', async (asked) => {
  const stream = await watch(t.app, 'operator', `id ... on Person { ${asked} }`);
  await expect(stream.next()).rejects.toThrow('GRAPHQL_VALIDATION_FAILED');
});
