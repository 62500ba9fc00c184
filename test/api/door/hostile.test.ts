import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { bombard } from '../../support/door/bombard.js';
import { startProcess, type DoorProcess } from '../../support/door/process.js';
import { documents, malformedBodies } from '../../support/door/requests.js';

const seed = 20_261_124;

let app: TestApp;
let program: DoorProcess;
beforeAll(async () => {
  app = await startTestApp();
  program = await startProcess(app.environment);
}, 120_000);
afterAll(async () => {
  await program?.stop();
  await app?.stop();
});

test('400 malformed bodies: each is refused within a second, by a code of the list, and nothing breaks', async () => {
  const { faults, answered, codes } = await bombard(
    program,
    app.keys['operator'] ?? '',
    malformedBodies(400, seed),
  );
  expect([faults, answered]).toEqual([[], 400]);
  expect(codes['BAD_REQUEST']).toBeGreaterThan(100);
}, 120_000);

test.each(['operator', 'technician', 'intranetHallsberg', 'phoneSystem'])(
  '150 generated documents of %s: each is answered within a second, and nothing breaks',
  async (name) => {
    const key = app.keys[name] ?? '';
    const { faults, answered, codes } = await bombard(
      program,
      key,
      documents(150, seed + name.length),
    );
    expect([faults, answered]).toEqual([[], 150]);
    // Some get through the door and some do not: else nothing was tried.
    expect(codes['data']).toBeGreaterThan(0);
    expect(codes['GRAPHQL_VALIDATION_FAILED']).toBeGreaterThan(10);
    expect(codes['GRAPHQL_PARSE_FAILED']).toBeGreaterThan(5);
  },
  120_000,
);
