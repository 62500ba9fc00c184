import { readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { format } from 'prettier';
import { defaultFields, listDocument, watchDocument } from '../../src/client/documents.js';

const file = 'src/client/schema-types.ts';
const head =
  '// Written by npm run client-types from schema.graphql and documents.ts; not by hand.\n';

/** The types of what the client library sends and gets, and of nothing else. */
async function clientTypes(): Promise<string> {
  const watch = watchDocument(defaultFields).replace(defaultFields, '');
  const documents = [listDocument(defaultFields), watch];
  const text = await codegen({
    schema: parse(readFileSync('src/web/schema.graphql', 'utf8')),
    filename: file,
    documents: documents.map((document) => ({
      location: 'src/client/documents.ts',
      document: parse(document),
    })),
    plugins: [{ operations: {} }],
    pluginMap: { operations },
    config: {
      defaultScalarType: 'string',
      immutableTypes: true,
      inlineFragmentTypes: 'combine',
      inputMaybeValue: 'T | null',
    },
  });
  const { prettier } = JSON.parse(readFileSync('package.json', 'utf8')) as { prettier: object };
  return format(head + text, { ...prettier, parser: 'typescript' });
}

test('schema-types.ts is what the schema says of the client library’s documents (write it with npm run client-types)', async () => {
  const types = await clientTypes();
  if (process.env['WRITE_CLIENT_TYPES'] === '1') writeFileSync(file, types);
  expect(types).toBe(readFileSync(file, 'utf8'));
});
