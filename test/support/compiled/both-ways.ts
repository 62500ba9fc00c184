import { expect } from '@jest/globals';
import { execute, getOperationAST, parse, validate, type ExecutionResult } from 'graphql';
import { CompiledOperations } from '../../../src/web/compiled/compiled-operations.js';
import { pretendSchema } from './pretend-schema.js';

type Variables = Readonly<Record<string, unknown>>;

/** What graphql-js answers, and what the compiled operation does at its third use; null when that goes the plain way. */
export async function bothWays(
  text: string,
  variables: Variables = {},
  { name = null, rootValue }: { name?: string | null; rootValue?: unknown } = {},
) {
  const document = parse(text);
  expect(validate(pretendSchema, document)).toEqual([]);
  const operation = getOperationAST(document, name);
  if (!operation) throw new Error(`No operation ${name}.`);
  const shared = { schema: pretendSchema, rootValue, contextValue: { viewer: 'somebody' } };
  const operations = new CompiledOperations();
  const asked = { ...shared, text, operation, operationName: name, variables };
  expect([await operations.answer(asked), await operations.answer(asked)]).toEqual([null, null]);
  const compiled = await operations.answer(asked);
  const plain = await execute({
    ...shared,
    document,
    operationName: name,
    variableValues: variables,
  });
  return { plain: bytes(plain), compiled: compiled && bytes(compiled) };
}

/** An answer as it is sent, but for its errors' codes. */
function bytes({ data, errors }: ExecutionResult): string {
  return JSON.stringify({ errors, data });
}
