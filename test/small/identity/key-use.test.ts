import { expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { KeyUse } from '../../../src/identity/key-use.js';
import type { ApiKeysStore } from '../../../src/store/api-keys.store.js';

const at = (text: string) => new Date(text);

function useOf(write: () => Promise<void>) {
  const written: string[] = [];
  const noteUse = (keyId: string, day: string) => {
    written.push(`${keyId} ${day}`);
    return write();
  };
  return { use: new KeyUse({ noteUse } as unknown as ApiKeysStore), written };
}

test('a key is written down once a day, by the day in Sweden', async () => {
  const { use, written } = useOf(async () => undefined);
  use.note('a', at('2026-11-24T10:00:00Z'));
  use.note('a', at('2026-11-24T22:59:59Z'));
  use.note('b', at('2026-11-24T22:59:59Z'));
  use.note('a', at('2026-11-24T23:00:00Z'));
  use.note('a', at('2026-11-24T23:00:01Z'));
  await use.beforeApplicationShutdown();
  expect(written).toEqual(['a 2026-11-24', 'b 2026-11-24', 'a 2026-11-25']);
});

test('a write that fails harms nobody, is told of, and is not tried again that day', async () => {
  const error = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  try {
    const { use, written } = useOf(async () => Promise.reject(new Error('Växeln 0582-00 12 34')));
    use.note('a', at('2026-11-24T10:00:00Z'));
    await use.beforeApplicationShutdown();
    use.note('a', at('2026-11-24T10:00:01Z'));
    await use.beforeApplicationShutdown();
    expect(written).toEqual(['a 2026-11-24']);
    expect(error.mock.calls).toEqual([['identity.use_not_noted key=a cause=Error']]);
  } finally {
    error.mockRestore();
  }
});
