import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { format } from 'prettier';
import { defaultFields, listDocument, watchDocument } from '../../src/client/documents.js';

const head =
  '// Written by npm run client-types from schema.graphql and documents.ts; not by hand.\n';
const schema = parse(readFileSync('src/web/schema.graphql', 'utf8'));

/** Documents, and where the types of what they send and get are kept. */
type Typed = { readonly folder: string; readonly documents: readonly string[] };

/** The client library's, and those of each page: every text that the file exports. */
async function allTyped(): Promise<readonly Typed[]> {
  const watch = watchDocument(defaultFields).replace(defaultFields, '');
  const typed: Typed[] = [
    { folder: 'src/client', documents: [listDocument(defaultFields), watch] },
  ];
  for (const name of readdirSync('src/pages')) {
    const file = resolve('src/pages', name, 'documents.ts');
    if (!existsSync(file)) continue;
    const exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
    const documents = Object.values(exported).filter((one) => typeof one === 'string');
    typed.push({ folder: `src/pages/${name}`, documents });
  }
  return typed;
}

async function typesOf({ folder, documents }: Typed): Promise<string> {
  const text = await codegen({
    schema,
    filename: join(folder, 'schema-types.ts'),
    documents: documents.map((document) => ({
      location: join(folder, 'documents.ts'),
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

test('schema-types.ts is what the schema says of documents.ts beside it (write it with npm run client-types)', async () => {
  for (const typed of await allTyped()) {
    const file = join(typed.folder, 'schema-types.ts');
    const types = await typesOf(typed);
    if (process.env['WRITE_CLIENT_TYPES'] === '1') writeFileSync(file, types);
    expect(types).toBe(readFileSync(file, 'utf8'));
  }
});
