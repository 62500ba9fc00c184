import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { AppErrorCode } from '../../kernel/app-error.js';
import type { Viewer } from '../../kernel/viewer.js';
import { billOf } from './bill.js';
import { maxCost, type AskedOperation } from './cost.js';
import { hasNul } from './nul-text.js';
import type { Spending } from './spending.js';

const maxVariableDepth = 10;

/** Refuses an operation that is too deep, too dear or more than its viewer has left, and charges it otherwise. */
export function admit(spending: Spending, viewer: Viewer, asked: AskedOperation): void {
  if (deeper(asked.variables, maxVariableDepth))
    throw refusal('BAD_USER_INPUT', 'The variables are nested too deep.', 400);
  if (hasNul(asked.document, asked.variables))
    throw refusal('BAD_USER_INPUT', 'A text has the character U+0000.', 400);
  const bill = billOf(asked);
  if (bill.cost > maxCost)
    throw refusal(
      'COST_LIMIT_EXCEEDED',
      `The operation costs ${bill.cost} points, and at most ${maxCost} are allowed: ask for shorter pages or fewer lists in lists.`,
      400,
    );
  const wait = spending.charge(viewer, bill);
  if (wait === null) return;
  const headers = new HeaderMap([['retry-after', String(wait)]]);
  throw refusal('RATE_LIMITED', `Too much was asked: try again in ${wait} s.`, 429, headers);
}

/** An error with a code that a client is told, and the status that HTTP has for it. */
export function refusal(
  code: AppErrorCode,
  message: string,
  status: number,
  headers = new HeaderMap(),
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status, headers } } });
}

/** Whether a value has more levels than that; it is not walked any further. */
function deeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => deeper(inner, levels - 1));
}
