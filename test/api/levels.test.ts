import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SetProtection } from '../../src/changes/set-protection.js';
import { hallsberg, viewer } from '../support/people.js';
import { at } from '../support/json.js';
import { personUuid, startLevels, type LevelsTest } from '../support/levels.js';

let levels: LevelsTest;
const day = 86_400;
const set = (who: string, uid: string, level: string) =>
  levels.protect(who, 'setProtection', uid, level);
const confirm = (who: string, uid: string, level: string) =>
  levels.protect(who, 'confirmProtection', uid, level);

beforeAll(async () => {
  levels = await startLevels();
}, 60_000);
afterAll(() => levels.stop());

const waiting = async (who: string) =>
  at(
    (
      await levels.app.ask(
        who,
        '{ levelLowerings { entry { displayName } level caseReference yours } }',
      )
    ).data,
    'levelLowerings',
  );

describe('a level', () => {
  test('is raised at once by one officer, and recorded with the case', async () => {
    expect(await set(levels.first, 'sofia.renstrom', 'PROTECTED')).toBe('SET');
    expect(await levels.local('sofia.renstrom')).toBe('PROTECTED 2');
    expect(await levels.hits('operator', 'renström')).toEqual([]);
    expect(await levels.audited('RAISE_LEVEL', 'sofia.renstrom')).toEqual([
      'KS 2026-118: protectionLevel',
    ]);
  });

  test('is lowered by two officers: one asks, and nothing changes; another one confirms', async () => {
    await set(levels.first, 'jakob.wester', 'PROTECTED');
    expect(await set(levels.first, 'jakob.wester', 'RESTRICTED')).toBe('REQUESTED');
    expect(await levels.local('jakob.wester')).toBe('PROTECTED 2');
    expect(await levels.hits('operator', 'wester')).not.toContain('Jakob Wester');
    const request = {
      entry: { displayName: 'Jakob Wester' },
      level: 'RESTRICTED',
      caseReference: 'KS 2026-118',
    };
    expect(await waiting(levels.first)).toContainEqual({ ...request, yours: true });
    expect(await waiting(levels.second)).toContainEqual({ ...request, yours: false });
    expect(await waiting(levels.elsewhere)).toEqual([]);

    expect(await confirm(levels.second, 'jakob.wester', 'RESTRICTED')).toBe('LOWERED');
    expect(await levels.local('jakob.wester')).toBe('RESTRICTED 3');
    expect(await levels.hits('operator', 'jakob wester')).toEqual(['Jakob Wester']);
    expect(await waiting(levels.second)).not.toContainEqual({ ...request, yours: false });
    for (const action of ['ASK_LOWER_LEVEL', 'LOWER_LEVEL'])
      expect(await levels.audited(action, 'jakob.wester')).toEqual([
        'KS 2026-118: protectionLevel',
      ]);
    expect(await confirm(levels.second, 'jakob.wester', 'RESTRICTED')).toEqual([
      'CONFLICT input.level',
    ]);
  });

  test('is not lowered by one officer, nor by one person with two tokens', async () => {
    await set(levels.first, 'lena.ostlund', 'PROTECTED');
    await set(levels.first, 'lena.ostlund', 'OPEN');
    expect(await confirm(levels.first, 'lena.ostlund', 'OPEN')).toEqual([
      'NOT_ALLOWED input.personId',
    ]);
    const other = viewer('OFFICER', {
      municipality: hallsberg.code,
      personId: personUuid(await levels.id('erik.bjorkman')),
      actor: 'token:another',
    });
    const asked = {
      person: { kind: 'ID', id: personUuid(await levels.id('lena.ostlund')) } as const,
      level: 'OPEN' as const,
      caseReference: 'KS 1',
      expectedVersion: '2',
    };
    const changes = levels.app.app.get(SetProtection, { strict: false });
    expect(await changes.confirm(other, asked)).toMatchObject({
      ok: false,
      errors: [{ code: 'NOT_ALLOWED' }],
    });
    expect(await levels.local('lena.ostlund')).toBe('PROTECTED 2');
    // An officer without an entry might be anybody, the first officer too.
    for (const officer of [await levels.app.token('officer', '1861')]) {
      expect(await set(officer, 'lena.ostlund', 'OPEN')).toEqual(['NOT_ALLOWED input.level']);
      expect(await confirm(officer, 'lena.ostlund', 'OPEN')).toEqual(['NOT_ALLOWED input.level']);
    }
    expect(await levels.local('lena.ostlund')).toBe('PROTECTED 2');
    expect(await levels.audited('LOWER_LEVEL', 'lena.ostlund')).toEqual([]);
  });

  test('is not lowered further than was asked, nor without being asked', async () => {
    await set(levels.first, 'ronja.kvist', 'PROTECTED');
    expect(await confirm(levels.second, 'ronja.kvist', 'OPEN')).toEqual(['CONFLICT input.level']);
    await set(levels.first, 'ronja.kvist', 'RESTRICTED');
    expect(await confirm(levels.second, 'ronja.kvist', 'OPEN')).toEqual(['CONFLICT input.level']);
    // A later request stands in the place of the first, whoever made it.
    expect(await set(levels.second, 'ronja.kvist', 'OPEN')).toBe('REQUESTED');
    expect(await confirm(levels.first, 'ronja.kvist', 'RESTRICTED')).toEqual([
      'CONFLICT input.level',
    ]);
    expect(await levels.local('ronja.kvist')).toBe('PROTECTED 2');
    expect(await confirm(levels.first, 'ronja.kvist', 'OPEN')).toBe('LOWERED');
  });

  test('that was raised in between is not lowered: the request is void, also when the level is back', async () => {
    await set(levels.first, 'tuva.hage', 'RESTRICTED');
    await set(levels.first, 'tuva.hage', 'OPEN');
    expect(await set(levels.second, 'tuva.hage', 'PROTECTED')).toBe('SET');
    expect(await confirm(levels.second, 'tuva.hage', 'OPEN')).toEqual(['CONFLICT input.level']);
    await levels.force('tuva.hage', 'RESTRICTED');
    expect(await confirm(levels.second, 'tuva.hage', 'OPEN')).toEqual(['CONFLICT input.level']);
    expect(await levels.local('tuva.hage')).toBe('RESTRICTED 4');
  });

  test('is lowered within seven days of the request, and not later', async () => {
    await set(levels.first, 'henrik.palm', 'RESTRICTED');
    await set(levels.first, 'henrik.palm', 'OPEN');
    levels.app.clock.advance(7 * day);
    expect(await waiting(levels.second)).toEqual([]);
    expect(await confirm(levels.second, 'henrik.palm', 'OPEN')).toEqual(['CONFLICT input.level']);
    await set(levels.first, 'henrik.palm', 'OPEN');
    levels.app.clock.advance(7 * day - 1);
    expect(await confirm(levels.second, 'henrik.palm', 'OPEN')).toBe('LOWERED');
  });

  test('is what the officer has read: another version is a conflict', async () => {
    await set(levels.first, 'isak.norling', 'RESTRICTED');
    await set(levels.first, 'isak.norling', 'OPEN');
    const personId = await levels.id('isak.norling');
    const stale = { personId, level: 'OPEN', caseReference: 'KS 1', expectedVersion: '1' };
    for (const name of ['setProtection', 'confirmProtection'])
      expect(await levels.change(levels.second, name, stale)).toEqual([
        'CONFLICT input.expectedVersion',
      ]);
    expect(await levels.local('isak.norling')).toBe('RESTRICTED 2');
  });

  test('is raised again by a mark in the directory that still stands', async () => {
    await set(levels.first, 'samira.haddad', 'OPEN');
    expect(await confirm(levels.second, 'samira.haddad', 'OPEN')).toBe('LOWERED');
    expect(await levels.local('samira.haddad')).toBe('OPEN 2');
    await levels.app.sync('1861');
    expect(await levels.local('samira.haddad')).toBe('RESTRICTED 3');
  });
});

describe('everybody else', () => {
  test('may neither lower nor see who is to be lowered', async () => {
    await set(levels.first, 'moa.eklov', 'RESTRICTED');
    await set(levels.first, 'moa.eklov', 'OPEN');
    const employee = await levels.app.token('employee', '1861', '40103');
    for (const who of ['operator', 'technician', 'phoneSystem', employee]) {
      expect(await confirm(who, 'moa.eklov', 'OPEN')).toEqual(['FORBIDDEN']);
      const { errors } = await levels.app.ask(who, '{ levelLowerings { level } }');
      expect(errors?.map((error) => error.extensions.code)).toEqual(['FORBIDDEN']);
    }
    expect(await confirm(levels.elsewhere, 'moa.eklov', 'OPEN')).toEqual([
      'NOT_ALLOWED input.personId',
    ]);
    await set(levels.first, 'moa.eklov', 'PROTECTED');
    expect(await confirm(levels.elsewhere, 'moa.eklov', 'OPEN')).toEqual([
      'NOT_FOUND input.personId',
    ]);
  });

  test('a case says why and names nobody', async () => {
    const personId = await levels.id('stefan.brolin');
    for (const caseReference of [' ', 'x'.repeat(101), 'KS 811218-9876'])
      expect(
        await levels.change(levels.first, 'setProtection', {
          personId,
          level: 'PROTECTED',
          caseReference,
          expectedVersion: '1',
        }),
      ).toEqual(['INVALID input.caseReference']);
    expect(await levels.local('stefan.brolin')).toBe('OPEN 1');
  });
});
