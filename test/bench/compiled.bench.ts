// What compiled execution gains: the same page over HTTP from one program, in turns compiled and plain, to
// clients in another process.
import { fork } from 'node:child_process';
import { once } from 'node:events';
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
import type { Answered, Round } from './http-clients.js';

const result = fileURLToPath(new URL('./compiled.txt', import.meta.url));
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '40' } } });
const rounds = Number(values.rounds);

/** Of the answers a second of a page. */
const goal = 1.5;
/** Short, so that what disturbs the one disturbs the other. */
const milliseconds = 600;
/** Rounds before those that count. */
const warm = 5;
/** Executions that are timed together. */
const repeated = 100;
const page =
  '{ directory(first: 20) { edges { node { __typename id displayName numbers { kind e164 extension uri } ... on Person { title email unit { id name } } } } } }';
const questions = [
  ['nothing but the way to the door and back', '{ __typename }'],
  ['a page of 20 people with numbers and unit', page],
] as const;
type Measured = { readonly perSecond: number; readonly work: number; readonly text: string };
/** How the program answers: as it does, or as without compiled execution. */
const ways = ['compiled', 'plain'] as const;

async function measure(postgres: RunningPostgres): Promise<readonly string[]> {
  const app = await startTestApp(undefined, postgres);
  const clients = fork(new URL('./http-clients.ts', import.meta.url), {
    execArgv: process.execArgv,
  });
  try {
    // What a program does each second would be counted with the questions.
    await quiet(app);
    const operations = app.app.get(CompiledOperations, { strict: false });
    const compiled = operations.answer.bind(operations);
    const plain: typeof compiled = async () => null;
    const token = app.keys['operator'] ?? '';
    const one = async (query: string, way: (typeof ways)[number]): Promise<Measured> => {
      operations.answer = way === 'compiled' ? compiled : plain;
      const before = process.cpuUsage();
      const round: Round = { url: app.url, token, query, clients: 2, milliseconds };
      clients.send(round);
      const [{ answers, seconds, texts }] = (await once(clients, 'message')) as [Answered];
      const { user, system } = process.cpuUsage(before);
      const [text = '', ...others] = texts;
      if (others.length > 0 || !text.startsWith('{"data":'))
        throw new Error(`Answered: ${texts.join('\n')}`);
      return { perSecond: answers / seconds, work: (user + system) / 1000 / answers, text };
    };
    const lines = [`Compiled execution, measured on ${new Date().toISOString().slice(0, 10)}`];
    for (const [name, query] of questions) {
      const measured: Record<(typeof ways)[number], Measured[]> = { compiled: [], plain: [] };
      for (let round = 0; round < rounds + warm; round += 1)
        for (const way of ways) {
          const found = await one(query, way);
          if (round >= warm) measured[way].push(found);
        }
      lines.push('', name, ...report(measured, query === page));
    }
    return [...lines, '', ...(await withoutDatabase(app))];
  } finally {
    clients.kill();
    await app.stop();
  }
}

/** What is left of the page when its resolvers have answered before: what graphql-js and compiled code do themselves. */
async function withoutDatabase({ app, keys }: TestApp): Promise<readonly string[]> {
  const { schema } = app.get(GraphQLSchemaHost);
  const outcomes = new WeakMap<object, Outcomes>();
  rememberOutcomes(schema, outcomes);
  const viewer = await app.get(Identity, { strict: false }).viewer(`Bearer ${keys['operator']}`);
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
  const milliseconds: Record<(typeof ways)[number], number[]> = { compiled: [], plain: [] };
  for (let round = 0; round < rounds + warm; round += 1)
    for (const way of ways) {
      const before = process.cpuUsage();
      for (let n = 0; n < repeated; n += 1) await executions[way]();
      const { user, system } = process.cpuUsage(before);
      if (round >= warm) milliseconds[way].push((user + system) / 1000 / repeated);
    }
  const [compiled, plain] = [middle(milliseconds.compiled), middle(milliseconds.plain)];
  return [
    'the same page without door and database: its resolvers have answered before',
    `  compiled ${compiled.toFixed(3)} ms, plain ${plain.toFixed(3)} ms of work each; ratio ${(plain / compiled).toFixed(2)}`,
  ];
}

function report(
  measured: Record<(typeof ways)[number], Measured[]>,
  aimed: boolean,
): readonly string[] {
  const texts = new Set(ways.flatMap((way) => measured[way].map(({ text }) => text)));
  if (texts.size > 1) throw new Error('The answers of the two ways differ.');
  const rate = measured.compiled.map(
    (one, at) => one.perSecond / (measured.plain[at]?.perSecond ?? 0),
  );
  const work = measured.compiled.map((one, at) => (measured.plain[at]?.work ?? 0) / one.work);
  const times = ways.map((way) => {
    const second = middle(measured[way].map(({ perSecond }) => perSecond)).toFixed(0);
    const own = middle(measured[way].map((one) => one.work)).toFixed(2);
    return `  ${way.padEnd(9)} ${second.padStart(6)} a second, ${own} ms of the program's own work each`;
  });
  const ratio = (ratios: readonly number[]) =>
    `${middle(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`;
  const verdict = aimed ? `; goal ${goal}: ${middle(rate) >= goal ? 'ok' : 'MISSED'}` : '';
  return [
    ...times,
    `  ratio: ${ratio(rate)} of answers a second, ${ratio(work)} of own work${verdict}`,
  ];
}

function middle(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
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
