import { Kind, type FieldNode } from 'graphql';
import type { AskedOperation } from './cost.js';

/** How many numbers a field of many look-ups may be given; more are refused when it is answered. */
export const mostNumbers = 100;

/** How many numbers a field is given in a list, by the text and variables alone; 1 for a field that takes no list. */
export function numbersGiven(
  node: FieldNode,
  { operation, variables }: Pick<AskedOperation, 'operation' | 'variables'>,
): number {
  const given = node.arguments?.find(({ name }) => name.value === 'numbers')?.value;
  if (given === undefined) return 1;
  if (given.kind === Kind.LIST) return Math.min(given.values.length, mostNumbers);
  if (given.kind !== Kind.VARIABLE) return 1;
  const name = given.name.value;
  const value = variables[name];
  if (Array.isArray(value)) return Math.min(value.length, mostNumbers);
  const written = operation.variableDefinitions?.find(
    ({ variable }) => variable.name.value === name,
  );
  const usual = value === undefined ? written?.defaultValue : undefined;
  return usual?.kind === Kind.LIST ? Math.min(usual.values.length, mostNumbers) : 1;
}
