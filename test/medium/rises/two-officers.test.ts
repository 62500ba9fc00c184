import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId, type SyncRunId } from '../../../src/kernel/ids.js';
import { startRises, type RisesTest } from '../../support/rises.js';

let rises: RisesTest;
let first: string;
let second: string;
let third: string;
let elsewhere: string;
const requested = { step: 'REQUESTED', lowered: null, left: null };
const day = 86_400;

beforeAll(async () => {
  rises = await startRises();
  const { app } = rises;
  first = await app.token('officer', '1861');
  second = await app.token('officer', '1861', '40102');
  third = await app.token('officer', '1861', '40103');
  elsewhere = await app.token('officer', '1860');
}, 60_000);
afterAll(() => rises.stop());

describe('two officers', () => {
  test("undo a run's rises as one change: one asks, and another one confirms", async () => {
    const { run, count } = await rises.raise([
      ['filip.aronsson', 'PROTECTED'],
      ['gunilla.ahlstrom', 'RESTRICTED'],
      ['josefin.arman', 'PROTECTED'],
    ]);
    expect(count).toBe(3);
    const told = {
      runId: globalId('SYNC_RUN', run),
      source: 'hallsberg',
      raisedAt: rises.app.clock.now().toISOString(),
      people: 3,
      toRestricted: 1,
      toProtected: 2,
      standing: 3,
    };
    expect(await rises.listed(first, run)).toEqual({ ...told, undo: 'NONE' });
    expect(await rises.undo(first, run)).toEqual(requested);
    expect(await rises.listed(first, run)).toEqual({ ...told, undo: 'REQUESTED_BY_YOU' });
    expect(await rises.listed(second, run)).toEqual({ ...told, undo: 'REQUESTED' });
    expect(await rises.local('filip.aronsson')).toBe('PROTECTED 2');

    expect(await rises.undo(second, run)).toEqual({ step: 'UNDONE', lowered: 3, left: 0 });
    expect(await rises.local('filip.aronsson')).toBe('OPEN 3');
    expect(await rises.local('gunilla.ahlstrom')).toBe('OPEN 3');
    expect(await rises.local('josefin.arman')).toBe('RESTRICTED 3');
    expect(await rises.listed(first, run)).toEqual({ ...told, standing: 0, undo: 'UNDONE' });
    const { rows } = await rises.db.query(
      'select requested_by <> confirmed_by as two, confirmed_at from rise_undo where run_id = $1',
      [run],
    );
    expect(rows).toEqual([{ two: true, confirmed_at: rises.app.clock.now() }]);
  });

  test('are not one officer who says it twice', async () => {
    const { run } = await rises.raise([['maud.tornkvist', 'PROTECTED']]);
    expect(await rises.undo(first, run)).toEqual(requested);
    expect(await rises.undo(first, run)).toEqual(['NOT_ALLOWED input.runId']);
    expect(await rises.local('maud.tornkvist')).toBe('PROTECTED 2');
  });

  test('who come late find nothing to undo', async () => {
    const { run } = await rises.raise([['anna.johansson', 'RESTRICTED']]);
    await rises.undo(first, run);
    await rises.undo(second, run);
    for (const officer of [first, second, third])
      expect(await rises.undo(officer, run)).toEqual(['CONFLICT input.runId']);
    expect(await rises.local('anna.johansson')).toBe('OPEN 3');
  });

  test('who confirm at the same time lower once', async () => {
    const { run } = await rises.raise([
      ['abdi.warsame', 'PROTECTED'],
      ['noah.lundmark', 'PROTECTED'],
    ]);
    await rises.undo(first, run);
    const answers = await Promise.all(
      [second, third, second, third].map((officer) => rises.undo(officer, run)),
    );
    const late = ['CONFLICT input.runId'];
    expect(answers.filter((answer) => !Array.isArray(answer))).toEqual([
      { step: 'UNDONE', lowered: 2, left: 0 },
    ]);
    expect(answers.filter(Array.isArray)).toEqual([late, late, late]);
    expect(await rises.local('abdi.warsame')).toBe('OPEN 3');
  });

  test('who ask at the same time are two officers: it is done once', async () => {
    const { run } = await rises.raise([['per.lindqvist', 'PROTECTED']]);
    const answers = await Promise.all([rises.undo(first, run), rises.undo(second, run)]);
    expect(answers).toContainEqual(requested);
    expect(answers).toContainEqual({ step: 'UNDONE', lowered: 1, left: 0 });
  });
});

describe('a request', () => {
  test('is good for seven days, and then has to be made anew', async () => {
    const { run } = await rises.raise([['tuva.hage', 'PROTECTED']]);
    await rises.undo(first, run);
    rises.app.clock.advance(7 * day);
    expect(await rises.listed(second, run)).toMatchObject({ undo: 'NONE' });
    expect(await rises.undo(second, run)).toEqual(requested);
    expect(await rises.local('tuva.hage')).toBe('PROTECTED 2');
    rises.app.clock.advance(7 * day - 1);
    expect(await rises.undo(first, run)).toEqual({ step: 'UNDONE', lowered: 1, left: 0 });
    const { rows } = await rises.db.query('select 1 from rise_undo where run_id = $1', [run]);
    expect(rows).toHaveLength(2);
  });

  test('says which case it is about', async () => {
    const { run } = await rises.raise([['ylva.stenmark', 'PROTECTED']]);
    for (const reference of [' ', 'x'.repeat(101)])
      expect(await rises.undo(first, run, reference)).toEqual(['INVALID input.caseReference']);
    expect(await rises.listed(first, run)).toMatchObject({ undo: 'NONE' });
  });
});

describe('everybody else', () => {
  test('may neither see nor undo rises', async () => {
    const { run } = await rises.raise([['samira.haddad', 'PROTECTED']]);
    await rises.undo(first, run);
    const employee = await rises.app.token('employee', '1861', '40103');
    const keys = ['operator', 'technician', 'intranetHallsberg', 'phoneSystem', 'integration'];
    for (const who of [employee, ...keys]) {
      expect(await rises.undo(who, run)).toEqual(['FORBIDDEN']);
      const { data, errors } = await rises.app.ask(who, '{ levelRises { people } }');
      expect([data, errors?.map((e) => e.extensions.code)]).toEqual([
        { levelRises: null },
        ['FORBIDDEN'],
      ]);
    }
    expect(await rises.local('samira.haddad')).toBe('PROTECTED 2');
  });

  test('an officer of another municipality has no such run', async () => {
    const { run } = await rises.raise([['fredrik.ekman', 'PROTECTED']]);
    await rises.undo(first, run);
    const missing = randomUUID() as SyncRunId;
    const none = ['NOT_FOUND input.runId'];
    expect(await rises.undo(elsewhere, run)).toEqual(none);
    expect(await rises.undo(elsewhere, missing)).toEqual(none);
    expect(await rises.undo(second, missing)).toEqual(none);
    expect(await rises.listed(elsewhere, run)).toBeUndefined();
    expect(await rises.local('fredrik.ekman')).toBe('PROTECTED 2');
  });

  test('a run that raised nobody is no such run, and neither is one that is older than 90 days', async () => {
    expect(await rises.undo(first, await rises.startRun())).toEqual(['NOT_FOUND input.runId']);
    const { run } = await rises.raise([['isak.norling', 'PROTECTED']]);
    await rises.db.query(`update sync_run set started_at = $2 where id = $1`, [
      run,
      new Date(rises.app.clock.now().getTime() - 90 * day * 1000),
    ]);
    expect(await rises.undo(first, run)).toEqual(['NOT_FOUND input.runId']);
    expect(await rises.listed(first, run)).toBeUndefined();
  });

  test('an id of another kind is bad input', async () => {
    const change = `mutation { undoLevelRises(input: { runId: "${globalId('PERSON', randomUUID())}", caseReference: "KS 1" }) { step } }`;
    const { errors } = await rises.app.ask(first, change);
    expect(errors?.map((e) => e.extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
