import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { areaUnderCurve, medianOf } from '../support/auc.js';
import { randomBytesOf } from '../support/seeded-random.js';
import { lookUps } from '../support/twins/look-ups.js';
import type { World } from '../support/twins/world.js';
import { startWorlds, type Worlds } from '../support/twins/worlds.js';

/**
 * Hidden and missing take the same time: pairs of questions, one about a PROTECTED person and one about
 * nobody, in a random order within each pair, over one connection. By chance alone the area under the curve is
 * within 0.475 and 0.525 in 999 of 1,000 runs of so many pairs.
 */
const pairs = 3_000;
const warmUp = 300;
const bounds = { least: 0.47, most: 0.53 };
const result = 'test/long/timing.txt';
/** What one statement more takes, in milliseconds; less than a tenth of it is nothing, however quiet the machine is. */
let statement = Infinity;
const share = 0.1;
const lines: string[] = [];
let worlds: Worlds;

beforeAll(async () => {
  worlds = await startWorlds();
}, 300_000);
afterAll(async () => {
  writeFileSync(result, `${lines.join('\n')}\n`);
  await worlds.stop();
});

type Question = { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };

/** Milliseconds of each question of the pairs, the second kind's against the first's. */
async function measure(world: World, name: string, first: Question, second: Question) {
  const key = worlds.viewers['operator'] ?? '';
  const times: [number[], number[]] = [[], []];
  for (let i = -warmUp; i < pairs; i += 1) {
    const secondFirst = (randomBytesOf(i + warmUp, name)[0] ?? 0) % 2 === 1;
    for (const which of secondFirst ? ([1, 0] as const) : ([0, 1] as const)) {
      const { query, variables } = which === 0 ? first : second;
      const began = performance.now();
      await world.ask(key, query, variables);
      if (i >= 0) times[which].push(performance.now() - began);
    }
  }
  const auc = areaUnderCurve(...times);
  const apart = medianOf(times[1]) - medianOf(times[0]);
  lines.push(
    `${name}: area ${auc.toFixed(3)}, medians ${apart.toFixed(3)} ms apart, ${pairs} pairs`,
  );
  return { auc, apart };
}

test(
  'an answer that takes one statement more is found',
  async () => {
    const [node] = lookUps(worlds.facts.rut.uuid);
    if (node === undefined) throw new Error('There is no look-up.');
    const twice = node.query.replace('{ node', '{ more: node(id: $id) { id } node');
    const { auc, apart } = await measure(
      worlds.hidden,
      'control: one statement more',
      { query: node.query, variables: node.missing },
      { query: twice, variables: node.missing },
    );
    expect(auc).toBeGreaterThan(bounds.most);
    statement = apart;
  },
  10 * 60_000,
);

test(
  'a PROTECTED person takes as long as nobody, whatever is asked by',
  async () => {
    const telling: string[] = [];
    for (const { name, query, hidden, missing } of lookUps(worlds.facts.rut.uuid)) {
      const ask = (variables: Question['variables']) => ({ query, variables });
      const { auc, apart } = await measure(worlds.hidden, name, ask(missing), ask(hidden));
      const isApart = Math.abs(apart) > statement * share;
      if (isApart && (auc < bounds.least || auc > bounds.most)) telling.push(name);
    }
    expect(telling).toEqual([]);
  },
  30 * 60_000,
);
