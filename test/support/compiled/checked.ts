import type { INestApplication } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { execute, isObjectType, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { readsProperty } from '../../../src/web/compiled/bare-schema.js';
import { CompiledOperations } from '../../../src/web/compiled/compiled-operations.js';

/** How many queries a program answered by compiled code, how many it left to graphql-js, and where the two would differ. */
export type Checked = {
  compiled: number;
  plain: number;
  readonly differences: string[];
};

/** What a resolver came to, by its place in the answer. */
export type Outcomes = Map<string, () => unknown>;
type Step = { readonly prev: Step | undefined; readonly key: string | number };

/**
 * Has a program compile every query at its first use, and execute it both ways. Every resolver is called
 * once, and gives both the same: nothing is read, recorded or counted twice.
 */
export function executeBothWays(app: INestApplication): Checked {
  const outcomesOf = new WeakMap<object, Outcomes>();
  rememberOutcomes(app.get(GraphQLSchemaHost).schema, outcomesOf);
  // Of its own: what the program has compiled by now calls the resolvers themselves.
  const operations = new CompiledOperations();
  const checked: Checked = { compiled: 0, plain: 0, differences: [] };
  app.get(CompiledOperations, { strict: false }).answer = async (asked) => {
    const { schema, text, operationName, variables, rootValue, contextValue } = asked;
    if (typeof contextValue === 'object' && contextValue !== null)
      outcomesOf.set(contextValue, new Map());
    let compiled: ExecutionResult | null = null;
    for (let use = 0; use < 3 && compiled === null; use += 1)
      compiled = await operations.answer(asked);
    checked[compiled ? 'compiled' : 'plain'] += 1;
    if (compiled === null) return null;
    const shared = { schema, operationName, rootValue, contextValue, variableValues: variables };
    const plain = await execute({ ...shared, document: parse(text) });
    const [expected, found] = [bytes(plain), bytes(compiled)];
    if (expected !== found)
      checked.differences.push(`${text}\n${firstDifference(expected, found)}`);
    return compiled;
  };
  return checked;
}

/** Calls each resolver once for a place in the answer of a context that has outcomes, and gives the same from then on. */
export function rememberOutcomes(
  schema: GraphQLSchema,
  outcomesOf: WeakMap<object, Outcomes>,
): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve || readsProperty(resolve)) continue;
      field.resolve = (source, given, context: object, info) => {
        const call = (): unknown => resolve(source, given, context, info);
        const outcomes = outcomesOf.get(context);
        if (!outcomes) return call();
        const place = placeOf(info.path);
        const outcome = outcomes.get(place) ?? outcomeOf(call);
        outcomes.set(place, outcome);
        return outcome();
      };
    }
  }
}

function outcomeOf(call: () => unknown): () => unknown {
  try {
    const value = call();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function placeOf({ prev, key }: Step): string {
  return prev ? `${placeOf(prev)}.${key}` : String(key);
}

/** An answer as it is sent, but for the codes of its errors, and for their order: that in which they came about. */
function bytes({ data, errors = [] }: ExecutionResult): string {
  return JSON.stringify([errors.map((error) => JSON.stringify(error)).toSorted(), data]);
}

function firstDifference(expected: string, found: string): string {
  let at = 0;
  while (expected[at] === found[at]) at += 1;
  const part = (text: string) => text.slice(Math.max(0, at - 80), at + 80);
  return `${part(expected)}\n${part(found)}`;
}
