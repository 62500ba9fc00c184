import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Hostile } from '../support/door/bodies.js';
import { bombard } from '../support/door/bombard.js';
import { startProcess, type DoorProcess } from '../support/door/process.js';
import { documents, malformedBodies } from '../support/door/requests.js';

const seed = 4_711;
const hour = 3_600_000;
const megabyte = 1024 * 1024;
const mayGrowBytes = 50 * megabyte;
const result = 'test/long/door.txt';
const lines: string[] = [];

let app: TestApp;
let program: DoorProcess;
beforeAll(async () => {
  app = await startTestApp();
  program = await startProcess(app.environment);
}, 240_000);
afterAll(async () => {
  await program?.stop();
  await app?.stop();
  writeFileSync(result, `${lines.join('\n')}\n`);
});

/** Sends all of them, keeps what came of it, and expects that nothing broke and nothing was kept in memory. */
async function withstand(name: string, key: string, count: number, requests: Iterable<Hostile>) {
  const { faults, answered, codes, grownBytes } = await bombard(program, key, requests);
  const told = Object.entries(codes).toSorted(([a], [b]) => a.localeCompare(b));
  lines.push(
    `${name}: ${answered} answered, ${faults.length} faults, memory ${Math.round(grownBytes / megabyte)} MiB from the first third to the last`,
    ...told.map(([code, times]) => `  ${code} ${times}`),
  );
  expect([faults, answered]).toEqual([[], count]);
  expect(grownBytes).toBeLessThan(mayGrowBytes);
}

test(
  '10,000 malformed bodies: no crash, no internal fault, each within a second, and memory stays flat',
  async () => {
    const requests = malformedBodies(10_000, seed);
    await withstand('malformed bodies', app.keys['operator'] ?? '', 10_000, requests);
  },
  hour,
);

test.each([
  ['operator', 8_000],
  ['technician', 6_000],
  ['intranetHallsberg', 2_000],
  ['phoneSystem', 2_000],
  ['integration', 2_000],
])(
  'of 20,000 generated documents those of %s: no crash, no internal fault, each within a second, and memory stays flat',
  async (name, count) => {
    const requests = documents(count, seed + name.length);
    await withstand(`documents of ${name}`, app.keys[name] ?? '', count, requests);
  },
  hour,
);
