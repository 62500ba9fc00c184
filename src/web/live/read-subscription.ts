import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';
import type { RequestErrorCode } from '../../kernel/app-error.js';
import { refusal } from '../door/check-operation.js';
import type { AskedOperation } from '../door/cost.js';
import { documentLimits, maxTokens, refuseLargeDocument } from '../door/document-limits.js';
import { onlyStreamed } from './not-streamed.js';
import { Refused } from './refused.js';

/** What a client sent to subscribe. */
export type Wanted = {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
};

type Whole = { readonly schema: GraphQLSchema; readonly production: boolean };
const maxFaultyVariables = 5;
const conditions = [GraphQLSkipDirective.name, GraphQLIncludeDirective.name];

/** A subscription without its one field has nothing to do, and graphql-js breaks on it. */
const noConditionAtRoot: ValidationRule = (context) => ({
  Directive(node) {
    if (!conditions.includes(node.name.value)) return;
    if (context.getParentType() !== context.getSchema().getSubscriptionType()) return;
    context.reportError(
      new GraphQLError('The field of a subscription stands under no condition.', { nodes: node }),
    );
  },
});

/** Reads a subscription as HTTP reads what comes to it, with the same limits. Throws Refused or a GraphQLError. */
export function readSubscription(wanted: Wanted, { schema, production }: Whole): AskedOperation {
  const document = parsed(wanted);
  const operation = getOperationAST(document, wanted.operationName);
  if (!operation)
    throw coded(
      'OPERATION_RESOLUTION_FAILURE',
      new GraphQLError('Name one operation of the document.'),
    );
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
    throw refusal('OPERATION_NOT_ALLOWED', 'Only subscriptions are served over WebSocket.', 400);
  const own = [documentLimits, noConditionAtRoot, onlyStreamed];
  // Production does not show its schema, whatever else stands in the document.
  const rules = production ? [...own, NoSchemaIntrospectionCustomRule] : own;
  const faults = validate(schema, document, [...specifiedRules, ...rules]);
  if (faults.length > 0)
    throw new Refused(faults.map((fault) => coded('GRAPHQL_VALIDATION_FAILED', fault)));
  const variables = wanted.variables ?? {};
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: maxFaultyVariables,
  });
  if (errors) throw new Refused(errors.map((fault) => coded('BAD_USER_INPUT', fault)));
  return { schema, document, operation, variables };
}

function parsed(wanted: Wanted): DocumentNode {
  try {
    refuseLargeDocument(wanted);
    return parse(wanted.query, { maxTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw error.extensions['code'] === undefined ? coded('GRAPHQL_PARSE_FAILED', error) : error;
  }
}

/** A fault of the document under its code; what graphql-js guesses of the schema is left out. */
function coded(code: RequestErrorCode | 'BAD_USER_INPUT', fault: GraphQLError): GraphQLError {
  const message = fault.message.replace(/ ?Did you mean(.+?)\?$/, '');
  return new GraphQLError(message, {
    nodes: fault.nodes ?? null,
    source: fault.source ?? null,
    positions: fault.positions ?? null,
    extensions: { code },
  });
}
