import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { startCuttingProxy, type CuttingProxy } from '../../support/cutting-proxy.js';
import { startCrowd, type Crowd } from '../../support/live/crowd.js';
import { operators } from '../../support/live/holders.js';
import { whileWriting } from '../../support/live/writing.js';
import { startProgram, type Program } from '../../support/program.js';
import { until } from '../../support/until.js';

const clients = 100;
/** All are back by then, counted from the kill. */
const backMilliseconds = 5_000;

let app: TestApp;
let programs: readonly [Program, Program];
let way: CuttingProxy;
let crowd: Crowd;

const portOf = ({ url }: Program) => Number(new URL(url).port);

beforeAll(async () => {
  app = await startTestApp();
  programs = await Promise.all([startProgram(app.environment), startProgram(app.environment)]);
  const [first, second] = programs;
  way = await startCuttingProxy(portOf(second), null);
  // The second cannot be reached until all are with the first.
  await way.close();
  const urls = [`${first.url}/graphql`, `http://127.0.0.1:${way.port}/graphql`];
  crowd = await startCrowd({ urls, holders: await operators(app, clients) });
  way = await startCuttingProxy(portOf(second), null, way.port);
}, 180_000);
afterAll(async () => {
  await crowd?.stop();
  await way?.close();
  for (const program of programs ?? []) await program.stop();
  await app.stop();
}, 60_000);

test('one of two programs is killed under changes: its 100 clients are back at the other within five seconds, with right pictures', async () => {
  let killedAt = 0;
  const { result, commits } = await whileWriting(app.databaseUrl, 5, async () => {
    await pause(3_000);
    killedAt = performance.timeOrigin + performance.now();
    process.kill(programs[0].pid, 'SIGKILL');
    const back = await until('100 clients', 60_000, async () => {
      const look = await crowd.look();
      return look.breaks === clients && look.live === clients ? look : null;
    });
    await pause(3_000);
    return back;
  });
  expect(commits).toBeGreaterThan(20);
  await crowd.untilRight(programs[1].url, 60_000);
  const { tries, stopped } = await crowd.look();
  const back = Math.round(result.backAt - killedAt);
  process.stdout.write(`${clients} clients were back ${back} ms after the kill.\n`);
  expect({ tries, stopped }).toEqual({ tries: 1, stopped: [] });
  expect(back).toBeLessThan(backMilliseconds);
}, 180_000);
