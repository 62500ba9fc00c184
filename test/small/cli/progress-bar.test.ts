import { expect, test } from '@jest/globals';
import { ProgressBar, progressLine } from '../../../src/cli/progress-bar.js';

test('a line of progress says how far it is, and makes up no end that nobody knows', () => {
  expect(progressLine('laxa', 50, 200)).toBe(
    `laxa: [${'#'.repeat(8)}${'.'.repeat(22)}] 50 of about 200`,
  );
  expect(progressLine('laxa', 250, 200)).toContain(`[${'#'.repeat(30)}] 250 of about 200`);
  expect(progressLine('laxa', 500, 0)).toBe('laxa: 500 read');
});

test('the bar is drawn on a terminal ten times a second at most, and is taken away', () => {
  let now = 0;
  const written: string[] = [];
  const terminal = { isTTY: true, write: (text: string) => written.push(text) };
  const bar = new ProgressBar(terminal, 'laxa', () => now);
  for (; now < 1_000; now += 10) bar.show(now, 1_000);
  bar.end();
  expect(written).toHaveLength(11);
  expect(written.at(-1)).toBe('\r\u001b[2K');
});

test('elsewhere there is no bar', () => {
  const written: string[] = [];
  const bar = new ProgressBar({ write: (text) => written.push(text) }, 'laxa');
  bar.show(1, 2);
  bar.end();
  expect(written).toEqual([]);
});
