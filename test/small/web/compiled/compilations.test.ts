import { expect, test } from '@jest/globals';
import type { Compiled, OperationText } from '../../../../src/web/compiled/compile.js';
import { Compilations, maxKept } from '../../../../src/web/compiled/compilations.js';

/** Compilations of operations of so many fields, or of none that can be compiled; and what was compiled. */
function counted(fields: number | null = 10) {
  const asked: string[] = [];
  const compiled = (operation: OperationText): Compiled | null => {
    asked.push(`${operation.operationName} ${operation.text}`);
    return fields === null ? null : { fields, run: async () => null };
  };
  const compilations = new Compilations(compiled);
  const use = async (text: string, operationName: string | null = null) =>
    (await compilations.use({ text, operationName })) !== null;
  return { use, asked };
}

test('an operation is compiled once, at its third use', async () => {
  const { use, asked } = counted();
  const uses = [await use('{ a }'), await use('{ a }'), await use('{ a }'), await use('{ a }')];
  expect([uses, asked]).toEqual([[false, false, true, true], ['null { a }']]);
});

test('each operation of a document is one for itself', async () => {
  const { use, asked } = counted();
  for (const name of ['A', 'B', 'A', 'B', 'A']) await use('query A { a } query B { b }', name);
  expect(asked).toEqual(['A query A { a } query B { b }']);
});

test('what cannot be compiled is tried once', async () => {
  const { use, asked } = counted(null);
  for (let n = 0; n < 9; n += 1) expect(await use('{ a }')).toBe(false);
  expect(asked).toHaveLength(1);
});

test('whoever sends ever new documents drives no compiled one out', async () => {
  const { use, asked } = counted();
  for (let n = 0; n < 3; n += 1) await use('{ a }');
  for (let n = 0; n < 5_000; n += 1) await use(`{ a${n} }`);
  expect([await use('{ a }'), asked.length]).toEqual([true, 1]);
});

test.each([
  ['of which there are so many', 1, maxKept],
  ['that are so large together', 499, 20],
])('the least used are forgotten, %s, and counted anew', async (_, fields, room) => {
  const { use, asked } = counted(fields);
  const thrice = async (text: string) => [await use(text), await use(text), await use(text)];
  for (let n = 0; n < room; n += 1) await thrice(`{ a${n} }`);
  expect(await use('{ a1 }')).toBe(true);
  for (let n = 0; n < room - 1; n += 1) await thrice(`{ b${n} }`);
  expect([await use('{ a1 }'), await use('{ a0 }')]).toEqual([true, false]);
  expect(asked).toHaveLength(2 * room - 1);
});
