import { expect, test } from '@jest/globals';
import { Cursors } from '../../../src/view/cursors.js';

const cursors = new Cursors('a secret of the server');
const position = { sortKey: 'Öberg  Anna', id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' };

test('a cursor gives back its position to the same viewer and query', () => {
  expect(cursors.read(cursors.write(position, ['me', 'anna']), ['me', 'anna'])).toEqual(position);
});

test('a cursor shows nothing of the row that it stands at', () => {
  const text = Buffer.from(cursors.write(position, []), 'base64url').toString('latin1');
  expect(text).not.toContain('berg');
  expect(cursors.write(position, [])).not.toBe(cursors.write(position, []));
});

test.each([
  ['another viewer', (c: Cursors) => c.write(position, ['you'])],
  ['another server', () => new Cursors('another secret').write(position, ['me'])],
  ['a forged one', (c: Cursors) => `${c.write(position, ['me']).slice(0, -2)}AA`],
  ['rubbish', () => 'rubbish'],
  ['nothing', () => ''],
])('a cursor of %s is refused', (_, make) => {
  expect(() => cursors.read(make(cursors), ['me'])).toThrow('"after"');
});
