import type { DocumentNode } from 'graphql';
import { costOf, lookupsAsked, type AskedOperation } from './cost.js';
import type { Bill } from './spending.js';

/** So many bills are remembered of one document. */
const most = 100;
const known = new WeakMap<DocumentNode, Map<string, Bill>>();

/**
 * What an operation costs and looks up. Remembered with its document, which Apollo keeps while it is asked again: a client
 * sends the same one with another text in it, of which no bill depends.
 */
export function billOf(asked: AskedOperation): Bill {
  const bills = known.get(asked.document) ?? new Map<string, Bill>();
  known.set(asked.document, bills);
  const name = sizesGiven(asked);
  const before = bills.get(name);
  if (before) return before;
  const bill = { cost: costOf(asked), lookups: lookupsAsked(asked) };
  if (bills.size >= most) bills.clear();
  bills.set(name, bill);
  return bill;
}

/** All that a bill depends on beside the document: which operation, its numbers, and how long its lists are. */
function sizesGiven({ operation, variables }: AskedOperation): string {
  const sizes = (operation.variableDefinitions ?? []).map(({ variable }) => {
    const value = variables[variable.name.value];
    if (typeof value === 'number') return value;
    if (Array.isArray(value)) return `of ${value.length}`;
    return value === null || value === undefined ? String(value) : 'other';
  });
  return [operation.name?.value, ...sizes].join();
}
