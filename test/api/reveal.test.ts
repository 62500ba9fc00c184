import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId } from '../../src/kernel/ids.js';
import { startLevels, type LevelsTest } from '../support/levels.js';

let levels: LevelsTest;
let colleague: string;

beforeAll(async () => {
  levels = await startLevels();
  colleague = await levels.app.token('employee', '1861', '40103');
}, 60_000);
afterAll(() => levels.stop());

const numbers = 'numbers { kind e164 mayTellCaller }';
const reveal = async (who: string, uid: string, different: object = {}) => {
  const input = { personId: await levels.id(uid), purpose: 'CONNECT_CALL', ...different };
  return levels.change(who, 'revealNumbers', input, numbers);
};
/** Josefin Arman is RESTRICTED by her directory. */
const josefin = {
  numbers: [
    { kind: 'DIRECT', e164: '+46582001261', mayTellCaller: false },
    { kind: 'MOBILE', e164: '+46701740640', mayTellCaller: false },
  ],
};
const recorded = async () => (await levels.audited('REVEAL_NUMBERS')).length;

describe('the numbers of a RESTRICTED person', () => {
  test('are given to operators, technicians and officers who say why, and that is recorded', async () => {
    const before = await recorded();
    for (const who of ['operator', 'technician', levels.first])
      expect(await reveal(who, 'josefin.arman')).toEqual(josefin);
    expect(await recorded()).toBe(before + 3);
    const { rows } = await levels.db.query(
      `select roles, action, fields, purpose, about is not null as about from audit_entry
        where action = 'REVEAL_NUMBERS' order by id limit 1`,
    );
    expect(rows).toEqual([
      {
        roles: 'OPERATOR',
        action: 'REVEAL_NUMBERS',
        fields: ['numbers'],
        purpose: 'CONNECT_CALL',
        about: true,
      },
    ]);
  });

  test('are asked for with a purpose of a closed list, and OTHER names the case', async () => {
    const other = { purpose: 'OTHER', caseReference: 'KS 2026-4' };
    expect(await reveal('operator', 'josefin.arman', other)).toEqual(josefin);
    expect((await levels.audited('REVEAL_NUMBERS')).at(-1)).toBe('OTHER: KS 2026-4: numbers');
    const before = await recorded();
    const faults = [
      { purpose: 'OTHER' },
      { purpose: 'OTHER', caseReference: ' ' },
      { purpose: 'OTHER', caseReference: 'x'.repeat(101) },
      { purpose: 'OTHER', caseReference: '811218-9876' },
      { purpose: 'EMERGENCY', caseReference: 'KS 1' },
    ];
    for (const fault of faults)
      expect(await reveal('operator', 'josefin.arman', fault)).toEqual([
        'INVALID input.caseReference',
      ]);
    expect(await reveal('operator', 'josefin.arman', { purpose: 'CURIOSITY' })).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect(await recorded()).toBe(before);
  });

  test('are not for colleagues, officers elsewhere and keys', async () => {
    const before = await recorded();
    for (const who of [colleague, levels.elsewhere])
      expect(await reveal(who, 'josefin.arman')).toEqual(['NOT_ALLOWED input.personId']);
    for (const who of ['phoneSystem', 'integration', 'intranetHallsberg'])
      expect(await reveal(who, 'josefin.arman')).toEqual(['FORBIDDEN']);
    expect(await recorded()).toBe(before);
  });

  test('are not given when it cannot be recorded', async () => {
    const refuse = `alter table audit_entry add constraint refused check (action <> 'REVEAL_NUMBERS') not valid`;
    await levels.db.query(refuse);
    try {
      expect(await reveal('operator', 'josefin.arman')).toEqual(['INTERNAL']);
    } finally {
      await levels.db.query('alter table audit_entry drop constraint refused');
    }
    expect(await reveal('operator', 'josefin.arman')).toEqual(josefin);
  });
});

test('who is hidden, missing or PROTECTED is nobody, also to those who see a PROTECTED person', async () => {
  const before = await recorded();
  const missing = { personId: globalId('PERSON', '00000000-0000-4000-8000-000000000000') };
  const eva = await levels.app.token('employee', '1861', '40116');
  for (const who of ['operator', 'technician', colleague, levels.first, levels.elsewhere, eva]) {
    expect(await reveal(who, 'eva.sundin')).toEqual(['NOT_FOUND input.personId']);
    expect(await reveal(who, 'eva.sundin', missing)).toEqual(['NOT_FOUND input.personId']);
  }
  expect(await recorded()).toBe(before);
});

test('of an OPEN person everybody gets what they see anyway, and nothing is recorded', async () => {
  const before = await recorded();
  expect(await reveal('operator', 'ingrid.sjoberg')).toEqual({
    numbers: [
      { kind: 'DIRECT', e164: '+46582001239', mayTellCaller: true },
      { kind: 'MOBILE', e164: '+46701740630', mayTellCaller: false },
    ],
  });
  expect(await reveal(levels.elsewhere, 'ingrid.sjoberg')).toEqual({
    numbers: [{ kind: 'DIRECT', e164: '+46582001239', mayTellCaller: null }],
  });
  expect(await recorded()).toBe(before);
});

test('of somebody who has left there are none', async () => {
  await levels.db.query(
    `update person set employment = 'LEFT', left_at = $1 where email in ($2, $3)`,
    [levels.app.clock.now(), 'henrik.palm@hallsberg.test', 'mattias.lovgren@hallsberg.test'],
  );
  expect(await reveal('operator', 'henrik.palm')).toEqual({ numbers: [] });
  expect(await reveal('operator', 'mattias.lovgren')).toEqual(['NOT_FOUND input.personId']);
});
