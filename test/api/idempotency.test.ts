import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { EraseReceipts } from '../../src/changes/erase-receipts.js';
import { desiree, erik, lars, mail, startAnswering, type Answering } from '../support/answering.js';
import { at, textAt } from '../support/json.js';

let world: Answering;

beforeAll(async () => {
  world = await startAnswering();
}, 60_000);
afterAll(() => world.stop());
beforeEach(async () => {
  await world.forget();
  for (const table of ['receipt', 'absence', 'forwarding', 'added_number'])
    await world.facts.db.query(`delete from ${table}`);
});

const ask = async (who: string, name: string, input: object, result: string) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${result} userErrors { code field } } }`;
  return at((await world.app.ask(who, query, { input })).data, name);
};
const count = async (table: string) => {
  const { rows } = await world.facts.db.query<{ n: number }>(
    `select count(*)::int as n from ${table}`,
  );
  return rows[0]?.n;
};
const person = { email: mail(desiree) };
const absent = (idempotencyKey: string, more: object = {}) =>
  ask(
    'operator',
    'setAbsence',
    { person, reason: 'MEETING', idempotencyKey, ...more },
    'absence { id } person { displayName }',
  );
const refusedAt = (field: string, code: string) => ({
  userErrors: [{ code, field: ['input', field] }],
});

test('P17: an absence that is sent again with its key is reported once, and answered as the first time', async () => {
  const first = await absent('a');
  expect(textAt(first, 'absence.id')).not.toBe('');
  expect(await absent('a')).toEqual(first);
  expect([await count('absence'), await count('receipt')]).toEqual([1, 1]);
  const recorded = await world.facts.recorded('SET_ABSENCE');
  await absent('a');
  expect(await world.facts.recorded('SET_ABSENCE')).toHaveLength(recorded.length);
});

test('P17: an absence of a whole unit that is sent again is reported once for each, and answers with the same people', async () => {
  const read = `{ person(ref: { email: "${mail(desiree)}" }) { unit { id } } }`;
  const unitId = textAt((await world.app.ask('operator', read)).data, 'person.unit.id');
  const input = { unitId, reason: 'MEETING', idempotencyKey: 'unit' };
  const report = () => ask('operator', 'setUnitAbsence', input, 'people { displayName }');
  const [first, ...others] = await Promise.all([report(), report()]);
  const people = at(first, 'people') as readonly unknown[];
  expect(people.length).toBeGreaterThan(2);
  for (const other of [...others, await report()]) expect(other).toEqual(first);
  expect([await count('absence'), await count('receipt')]).toEqual([people.length, 1]);
});

test('of two at once one is carried out, and both get its answer', async () => {
  for (let round = 0; round < 5; round += 1) {
    const key = `round ${round}`;
    const [first, ...others] = await Promise.all([absent(key), absent(key), absent(key)]);
    expect(textAt(first, 'absence.id')).not.toBe('');
    for (const other of others) expect(other).toEqual(first);
    expect(await count('absence')).toBe(round + 1);
  }
});

test('of two at once over the same version none is told that somebody else was first', async () => {
  const input = { ...(await world.ofPerson(desiree)), standInIds: [world.id[lars]] };
  const set = () =>
    ask('operator', 'setStandIns', { ...input, idempotencyKey: 'b' }, 'person { displayName }');
  const answers = await Promise.all([set(), set(), set()]);
  for (const answer of answers)
    expect(answer).toEqual({ person: { displayName: 'Désirée Holm' }, userErrors: [] });
  expect(await world.change('operator', 'setStandIns', input)).toEqual([
    'CONFLICT expectedVersion',
  ]);
});

test('another request with a key that was used is refused, and so is a key that is none', async () => {
  await absent('c');
  expect(await absent('c', { reason: 'LUNCH' })).toMatchObject(
    refusedAt('idempotencyKey', 'CONFLICT'),
  );
  expect(
    await ask(
      'operator',
      'setForwarding',
      { person, condition: 'BUSY', target: { voicemail: true }, idempotencyKey: 'c' },
      '',
    ),
  ).toMatchObject(refusedAt('idempotencyKey', 'CONFLICT'));
  // Also one that would change nothing, which would write no receipt.
  const same = { standInIds: [world.id[lars]] };
  const setSame = async (more: object) =>
    world.change('operator', 'setStandIns', {
      ...(await world.ofPerson(desiree)),
      ...same,
      ...more,
    });
  expect(await setSame({})).toEqual([]);
  expect(await setSame({ idempotencyKey: 'c' })).toEqual(['CONFLICT idempotencyKey']);
  for (const key of ['', 'a'.repeat(65)])
    expect(await absent(key)).toMatchObject(refusedAt('idempotencyKey', 'INVALID'));
  expect([await count('absence'), await count('forwarding')]).toEqual([1, 0]);
});

test('a key is its own for everybody who asks', async () => {
  await absent('d');
  const officer = await world.app.token('employee', '1861', '40102');
  const { absence } = (await ask(
    officer,
    'setAbsence',
    { person: { email: mail(erik) }, reason: 'LUNCH', idempotencyKey: 'd' },
    'absence { reason }',
  )) as { absence: object };
  expect(absence).toEqual({ reason: 'LUNCH' });
  expect(await count('receipt')).toBe(2);
});

test('a request that was refused leaves no receipt, and can be sent again with its key', async () => {
  const past = { endsAt: '2020-01-01T00:00:00Z' };
  expect(await absent('e', past)).toMatchObject({ absence: null });
  expect(await count('receipt')).toBe(0);
  expect(await absent('e')).toMatchObject({ userErrors: [] });
});

test('a receipt that cannot be written takes the change with it, and a change its receipt', async () => {
  await world.facts.db.query(
    `alter table receipt add constraint receipt_of_the_test check (key <> 'f') not valid`,
  );
  expect(await absent('f')).toBeUndefined();
  expect([await count('absence'), await count('receipt')]).toEqual([0, 0]);
  await world.facts.db.query('alter table receipt drop constraint receipt_of_the_test');
  expect(await absent('f')).toMatchObject({ userErrors: [] });
  expect([await count('absence'), await count('receipt')]).toEqual([1, 1]);
});

test('a retry is answered under the rights of its own moment', async () => {
  await absent('g');
  await world.level(desiree, 'PROTECTED');
  expect(await absent('g')).toEqual({ absence: null, person: null, userErrors: [] });
});

test('every change of a local fact takes a key', async () => {
  const unit = { unitId: world.kansliet };
  const window = { weekday: 1, from: '08:00', to: '12:00' };
  const id = textAt(await absent('h'), 'absence.id');
  const forwarding = { person, condition: 'BUSY', target: { voicemail: true } };
  const set = await ask(
    'operator',
    'setForwarding',
    { ...forwarding, idempotencyKey: 'i' },
    'forwarding { id }',
  );
  const again = { ...forwarding, idempotencyKey: 'i' };
  expect(await ask('operator', 'setForwarding', again, 'forwarding { id }')).toEqual(set);
  const number = '+46582009777';
  for (const [who, name, input] of [
    ['operator', 'endAbsence', { id }],
    ['operator', 'clearForwarding', { id: textAt(set, 'forwarding.id') }],
    ['technician', 'setNumbers', { ...(await world.ofPerson(desiree)), direct: number }],
    ['technician', 'setAnswerGroup', { ...unit, memberIds: [world.id[lars]] }],
    ['technician', 'setOpeningHours', { ...unit, windows: [window] }],
    ['technician', 'setFaultContact', { ...unit, instruction: 'Ring' }],
  ] as const) {
    const keyed = { ...input, idempotencyKey: name };
    const before = Number(await count('audit_entry'));
    expect([name, await world.change(who, name, keyed)]).toEqual([name, []]);
    expect([name, await world.change(who, name, keyed)]).toEqual([name, []]);
    expect([name, await count('audit_entry')]).toEqual([name, before + 1]);
  }
  const greeting = { number, kind: 'PERSONAL', namesAlternative: true };
  const told = { ...(await world.ofPerson(desiree)), ...greeting, idempotencyKey: 'j' };
  for (let times = 0; times < 2; times += 1)
    expect(await world.change('technician', 'setGreeting', told)).toEqual([]);
});

test('a receipt holds ids and a digest, and is erased after a day', async () => {
  await absent('k', { note: 'hos kunden' });
  const { rows } = await world.facts.db.query<{ row: string }>(
    'select to_jsonb(r)::text as row from receipt r',
  );
  expect(rows[0]?.row).not.toContain('kunden');
  expect(rows[0]?.row).not.toContain('MEETING');
  const eraser = world.app.app.get(EraseReceipts, { strict: false });
  expect(await eraser.eraseOld()).toBe(0);
  world.app.clock.advance(86_400);
  expect(await eraser.eraseOld()).toBe(1);
  expect(await absent('k', { note: 'hos kunden' })).toMatchObject({ userErrors: [] });
});
