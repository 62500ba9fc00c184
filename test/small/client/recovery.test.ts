import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { reconnectDelay } from '../../../src/client/backoff.js';
import { endingOfClose, endingOfErrors, endingOfStatus } from '../../../src/client/ending.js';
import { recoveryFrom } from '../../../src/client/recovery.js';

const fresh = { failures: 0, renewed: false, begunAnew: false, listing: false, servers: 1 };
const half = () => 0.5;

test('the first wait is 0.2 to 3 seconds, and after that longer, up to 20', () => {
  const range = (failures: number, servers = 1) =>
    [0, 0.999_999].map((chance) => reconnectDelay(failures, servers, () => chance));
  expect(range(0)).toEqual([200, 3_000]);
  expect(range(1)).toEqual([200, 6_000]);
  expect(range(2)).toEqual([200, 12_000]);
  expect(range(3)).toEqual([200, 20_000]);
  expect(range(1_000_000)).toEqual([200, 20_000]);
  // Each server is tried before the wait grows.
  expect(range(2, 3)).toEqual([200, 3_000]);
  expect(range(3, 3)).toEqual([200, 6_000]);
});

test('no wait is outside of what a client may wait', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      (failures, servers, chance) => {
        const wait = reconnectDelay(failures, servers, () => chance);
        expect(wait).toBeGreaterThanOrEqual(200);
        expect(wait).toBeLessThanOrEqual(20_000);
      },
    ),
  );
});

test('a close says whether the token, the server or the client is the reason', () => {
  expect(endingOfClose(4403, true)).toEqual({ kind: 'REFUSED' });
  expect(endingOfClose(4401, true)).toEqual({ kind: 'REFUSED' });
  expect(endingOfClose(1001, true)).toEqual({ kind: 'GOING_AWAY' });
  expect(endingOfClose(4429, true)).toEqual({ kind: 'RESYNC', cause: 'TOO_SLOW' });
  expect(endingOfClose(4429, false)).toEqual({ kind: 'TOO_MUCH', wait: 0 });
  for (const code of [1000, 1006, 1011, 1013, 4400, 4408, 4500, undefined])
    expect(endingOfClose(code, true)).toEqual({ kind: 'LOST' });
});

test('of several errors the one that passes counts, and an unknown one is a fault of the server', () => {
  const errors = (...codes: readonly unknown[]) =>
    endingOfErrors(
      codes.map((code) => ({ message: 'said', extensions: { code } })),
      5,
    ).kind;
  expect(errors('FORBIDDEN', 'UNAUTHENTICATED')).toBe('REFUSED');
  expect(errors('FORBIDDEN', 'RATE_LIMITED')).toBe('TOO_MUCH');
  expect(errors('BAD_USER_INPUT', 'DEPENDENCY_UNAVAILABLE')).toBe('LOST');
  expect(errors('INTERNAL', 'FORBIDDEN')).toBe('WRONG');
  for (const code of ['INTERNAL', 'NEW_ONE', 7, null]) expect(errors(code)).toBe('FAULT');
  expect(endingOfErrors([]).kind).toBe('FAULT');
  expect(endingOfStatus(401, 0)).toEqual({ kind: 'REFUSED' });
  expect(endingOfStatus(429, 5)).toEqual({ kind: 'TOO_MUCH', wait: 5 });
  expect(endingOfStatus(200, 0)).toEqual({ kind: 'LOST' });
});

test('a lost connection is taken up elsewhere, and the list is not read again', () => {
  for (const kind of ['LOST', 'SILENT'] as const)
    expect(recoveryFrom({ kind }, fresh, half)).toEqual({
      kind: 'RETRY',
      wait: 1_600,
      elsewhere: true,
    });
  const away = recoveryFrom({ kind: 'GOING_AWAY' }, fresh, half);
  expect(away).toEqual({ kind: 'RETRY', wait: 600, elsewhere: true });
});

test('a resync is listed at once, but after a bulk change not by all at once', () => {
  const after = (cause: 'TOO_OLD' | 'BULK_CHANGE', failures: number) =>
    recoveryFrom({ kind: 'RESYNC', cause }, { ...fresh, failures }, half);
  expect(after('TOO_OLD', 0)).toEqual({ kind: 'RETRY', wait: 0, relist: true });
  expect(after('TOO_OLD', 1)).toMatchObject({ wait: 3_100, relist: true });
  expect(after('BULK_CHANGE', 0)).toMatchObject({ wait: 1_600, relist: true });
});

test('a position that is no longer good is given up once', () => {
  const wrong = { kind: 'WRONG', code: 'BAD_USER_INPUT', message: '' } as const;
  expect(recoveryFrom(wrong, fresh, half)).toMatchObject({ kind: 'RETRY', relist: true });
  expect(recoveryFrom(wrong, { ...fresh, begunAnew: true }, half).kind).toBe('STOP');
  // A server that came back with another secret.
  expect(recoveryFrom(wrong, { ...fresh, failures: 1 }, half).kind).toBe('RETRY');
  expect(recoveryFrom({ ...wrong, code: 'FORBIDDEN' }, fresh, half).kind).toBe('STOP');
});

test('an event that the server fails at again and again is passed by with a new list', () => {
  const relists = [0, 1, 2].map((failures) =>
    recoveryFrom({ kind: 'FAULT' }, { ...fresh, failures }, half),
  );
  expect(relists).toMatchObject([{ relist: false }, { relist: false }, { relist: true }]);
  const whileListing = { ...fresh, failures: 9, listing: true };
  expect(recoveryFrom({ kind: 'FAULT' }, whileListing, half)).toMatchObject({ relist: false });
});
