// What compiled execution gains: the same page over HTTP from one program, in turns compiled and plain, to
// clients in another process.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { execute, getOperationAST, parse } from 'graphql';
import { startPostgres, type RunningPostgres } from '../../src/demo/postgres.js';
import { Identity } from '../../src/identity/identity.js';
import { CompiledOperations } from '../../src/web/compiled/compiled-operations.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { rememberOutcomes, type Outcomes } from '../support/compiled/checked.js';
import { quiet } from '../support/quiet.js';
import { makeTemplate } from '../support/template.js';
import { child } from './child.js';
import { compiledAndPlain, compiledGoal, page } from './compiled-ways.js';
import { compared, inTurns } from './in-turns.js';
import { middle, verdict } from './ratios.js';

const result = fileURLToPath(new URL('./compiled.txt', import.meta.url));
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '40' } } });
const rounds = Number(values.rounds);

/** Short, so that what disturbs the one disturbs the other. */
const turns = { warm: 5, counted: rounds, milliseconds: 600 };
/** Executions that are timed together. */
const repeated = 100;
const questions = [
  ['nothing but the way to the door and back', '{ __typename }'],
  ['a page of 20 people with numbers and unit', page],
] as const;
async function measure(postgres: RunningPostgres): Promise<readonly string[]> {
  const app = await startTestApp(undefined, postgres);
  const clients = child('./http-clients.ts');
  try {
    // What a program does each second would be counted with the questions.
    await quiet(app);
    const lines = [`Compiled execution, measured on ${new Date().toISOString().slice(0, 10)}`];
    for (const [name, query] of questions) {
      const ways = compiledAndPlain(app, query);
      lines.push('', name, ...report(await inTurns(clients, ways, turns), query === page));
      ways[0].begin?.();
    }
    return [...lines, '', ...(await withoutDatabase(app))];
  } finally {
    clients.stop();
    await app.stop();
  }
}

/** What is left of the page when its resolvers have answered before: what graphql-js and compiled code do themselves. */
async function withoutDatabase({ app, keys }: TestApp): Promise<readonly string[]> {
  const { schema } = app.get(GraphQLSchemaHost);
  const outcomes = new WeakMap<object, Outcomes>();
  rememberOutcomes(schema, outcomes);
  const viewer = await app
    .get(Identity, { strict: false })
    .viewer({ authorization: `Bearer ${keys['operator']}` });
  const contextValue = { viewer };
  outcomes.set(contextValue, new Map());
  const document = parse(page);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The page is no operation.');
  const operations = new CompiledOperations();
  const asked = { schema, text: page, operation, operationName: null, variables: {}, contextValue };
  const executions = {
    compiled: () => operations.answer(asked),
    plain: async () => execute({ schema, document, contextValue }),
  };
  const milliseconds: Record<keyof typeof executions, number[]> = { compiled: [], plain: [] };
  for (let round = 0; round < rounds + turns.warm; round += 1)
    for (const way of ['compiled', 'plain'] as const) {
      const before = process.cpuUsage();
      for (let n = 0; n < repeated; n += 1) await executions[way]();
      const { user, system } = process.cpuUsage(before);
      if (round >= turns.warm) milliseconds[way].push((user + system) / 1000 / repeated);
    }
  const [compiled, plain] = [middle(milliseconds.compiled), middle(milliseconds.plain)];
  return [
    'the same page without door and database: its resolvers have answered before',
    `  compiled ${compiled.toFixed(3)} ms, plain ${plain.toFixed(3)} ms of work each; ratio ${(plain / compiled).toFixed(2)}`,
  ];
}

function report(measured: Awaited<ReturnType<typeof inTurns>>, aimed: boolean): readonly string[] {
  if (new Set(measured.flat().map(({ text }) => text)).size > 1)
    throw new Error('The answers of the two ways differ.');
  const { lines, rate } = compared(['compiled', 'plain'], measured);
  return aimed ? [...lines, `  ${verdict(`>= ${compiledGoal}`, rate >= compiledGoal)}`] : lines;
}

const postgres = await startPostgres(join('.data', 'bench'), { durable: true });
try {
  await makeTemplate(postgres);
  const lines = await measure(postgres);
  process.stdout.write(`${lines.join('\n')}\n`);
  if (rounds >= 40) writeFileSync(result, `${lines.join('\n')}\n`);
} finally {
  await postgres.stop();
}
process.exit();
