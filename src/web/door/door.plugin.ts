import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { AppErrorCode } from '../../kernel/app-error.js';
import type { RequestContext } from '../viewer.guard.js';
import { costOf, maxCost, timesAsked, type AskedOperation } from './cost.js';
import { hasNul } from './nul-text.js';
import type { Spending } from './spending.js';

const maxVariableDepth = 10;
/** Faults of the document or its variables, which a client of the older media type gets as an answer of 200. */
const faultsOfDocuments = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'];

/** Refuses what is too large, too deep or too dear before anything of it is carried out, and charges the rest. */
export function doorPlugin(spending: Spending): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ contextValue, schema, document, operation, request }) => {
        if (operation === undefined) return;
        if (operation.operation === OperationTypeNode.SUBSCRIPTION)
          throw refusal('OPERATION_NOT_ALLOWED', 'Subscriptions are not served over HTTP.', 400);
        const variables: Readonly<Record<string, unknown>> = request.variables ?? {};
        if (deeper(variables, maxVariableDepth))
          throw refusal('BAD_USER_INPUT', 'The variables are nested too deep.', 400);
        if (hasNul(document, variables))
          throw refusal('BAD_USER_INPUT', 'A text has the character U+0000.', 400);
        charge(spending, contextValue, { schema, document, operation, variables });
      },
      /** GraphQL over HTTP: with `application/json` a well-formed request is answered with 200, whatever it says. */
      willSendResponse: async ({ request, response }) => {
        const accepted = request.http?.headers.get('accept') ?? '';
        if (response.body.kind !== 'single' || accepted.includes('graphql-response')) return;
        const codes = response.body.singleResult.errors?.map(
          ({ extensions }) => extensions?.['code'],
        );
        if (codes?.every((code) => faultsOfDocuments.includes(String(code))))
          response.http.status = 200;
      },
    }),
  };
}

function charge(spending: Spending, { viewer }: RequestContext, asked: AskedOperation): void {
  const cost = costOf(asked);
  if (cost > maxCost)
    throw refusal(
      'COST_LIMIT_EXCEEDED',
      `The operation costs ${cost} points, and at most ${maxCost} are allowed: ask for shorter pages or fewer lists in lists.`,
      400,
    );
  const wait = spending.charge(viewer, { cost, lookups: timesAsked('lookupNumber', asked) });
  if (wait === null) return;
  const headers = new HeaderMap([['retry-after', String(wait)]]);
  throw refusal('RATE_LIMITED', `Too much was asked: try again in ${wait} s.`, 429, headers);
}

function refusal(code: AppErrorCode, message: string, status: number, headers = new HeaderMap()) {
  return new GraphQLError(message, { extensions: { code, http: { status, headers } } });
}

/** Whether a value has more levels than that; it is not walked any further. */
function deeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => deeper(inner, levels - 1));
}
