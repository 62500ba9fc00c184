import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { startCuttingProxy, type CuttingProxy } from '../../support/cutting-proxy.js';
import { startCrowd, type Crowd } from '../../support/live/crowd.js';
import { operators, others } from '../../support/live/holders.js';
import { whileWriting } from '../../support/live/writing.js';
import { startProgram, type Program } from '../../support/program.js';
import { until } from '../../support/until.js';

let app: TestApp;
let program: Program;
let way: CuttingProxy;
let crowd: Crowd;

beforeAll(async () => {
  app = await startTestApp();
  program = await startProgram(app.environment);
  way = await startCuttingProxy(Number(new URL(program.url).port), null);
  const holders = [...(await operators(app, 400)), ...(await others(app))];
  crowd = await startCrowd({ urls: [`http://127.0.0.1:${way.port}/graphql`], holders });
}, 180_000);
afterAll(async () => {
  await crowd?.stop();
  await way?.close();
  await program?.stop();
  await app.stop();
}, 60_000);

/** How often a client may have to try: once, once more where that falls into the second cut, and once in the crowd. */
const mostTries = 3;
const clients = 500;

test('500 clients are cut in one moment, and again while they come back: all are back with right pictures', async () => {
  expect(crowd.size).toBe(clients);
  let cutAt = 0;
  const { result, commits } = await whileWriting(app.databaseUrl, 5, async () => {
    await pause(3_000);
    cutAt = performance.timeOrigin + performance.now();
    expect(way.cutAll()).toBeGreaterThanOrEqual(clients);
    await pause(1_500);
    way.cutAll();
    const back = await until('500 clients', 60_000, async () => {
      const look = await crowd.look();
      return look.live === clients && look.breaks >= clients ? look : null;
    });
    await pause(3_000);
    return back;
  });
  expect(commits).toBeGreaterThan(30);
  await crowd.untilRight(program.url, 60_000);
  const { tries, relists, stopped } = await crowd.look();
  const back = Math.round(result.backAt - cutAt);
  process.stdout.write(
    `${clients} clients were back ${back} ms after the first cut, with ${tries} tries at most; ${relists} listed again.\n`,
  );
  expect({ relists, stopped }).toEqual({ relists: 0, stopped: [] });
  expect(tries).toBeLessThanOrEqual(mostTries);
}, 240_000);
