import {
  astFromValue,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  print,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { globalId } from '../../../src/kernel/ids.js';
import { schema } from './answers.js';

/** Well-formed and about nobody, so that no operation finds or changes anything. */
const nothing: Readonly<Record<string, unknown>> = {
  ID: globalId('PERSON', '00000000-0000-4000-8000-000000000000'),
  String: 'nobody',
  Int: 1,
  Boolean: true,
  DateTime: '2026-11-24T09:00:00Z',
  Date: '2026-11-24',
  E164: '+46582009999',
  Extension: '9999',
  EmailAddress: 'nobody@hallsberg.test',
};

/** Every root field, as "Query.viewer", with the shortest operation that asks for it as the schema has it. */
export function rootOperations(): readonly { readonly field: string; readonly query: string }[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.flatMap((root) =>
    Object.values(root?.getFields() ?? {}).map((field) => {
      const kind = root?.name.toLowerCase() ?? '';
      return { field: `${root?.name}.${field.name}`, query: `${kind} { ${asked(field)} }` };
    }),
  );
}

function asked(field: GraphQLField<unknown, unknown>): string {
  const required = field.args.filter(isRequiredArgument).map(({ name, type }) => {
    const value = astFromValue(someValue(type), type);
    return `${name}: ${value ? print(value) : 'null'}`;
  });
  const list = required.length > 0 ? `(${required.join(', ')})` : '';
  return `${field.name}${list} { __typename }`;
}

function someValue(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [someValue(bare.ofType)];
  if (isEnumType(bare)) return bare.getValues()[0]?.value;
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields());
    const wanted = bare.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return Object.fromEntries(wanted.map((field) => [field.name, someValue(field.type)]));
  }
  const value = nothing[bare.name];
  if (value === undefined) throw new Error(`operations.ts has no ${bare.name} of nobody.`);
  return value;
}
