import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLCompositeType,
  type GraphQLField,
} from 'graphql';

const schema = buildSchema(readFileSync('src/web/schema.graphql', 'utf8'));

/** Fields that are left out, by type. */
type Without = Readonly<Record<string, readonly string[]>>;

/** Everything that can be asked of a type without arguments, this many objects deep; new fields come in by themselves. */
export function everythingOf(typeName: string, depth: number, without: Without = {}): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !(type && isAbstractType(type)))
    throw new Error(`No composite type ${typeName}.`);
  return `__typename ${fieldsOf(type, depth, without)}`;
}

/** Whether the schema has a root field, so that a family for one that is still to come waits for it. */
export function hasRoot(name: string): boolean {
  return rootOf(name) !== null;
}

/** A document that asks everything of one root field, its arguments written as in GraphQL; none where the schema lacks it. */
export function askRoot(name: string, args: string, depth: number): readonly string[] {
  const root = rootOf(name);
  if (root === null) return [];
  const type = getNamedType(root.field.type);
  const selection = isLeafType(type) ? '' : `{ ${everythingOf(type.name, depth)} }`;
  return [`${root.kind} { ${name}${args} ${selection} }`];
}

function rootOf(name: string) {
  const field = schema.getQueryType()?.getFields()[name];
  if (field) return { kind: 'query', field };
  const change = schema.getMutationType()?.getFields()[name];
  return change ? { kind: 'mutation', field: change } : null;
}

function fieldsOf(type: GraphQLCompositeType, depth: number, without: Without): string {
  const all = isObjectType(type) || 'getFields' in type ? Object.values(type.getFields()) : [];
  const own = all.filter(({ name }) => !without[type.name]?.includes(name));
  const asked = own.map((field) => fieldOf(field, depth, without));
  if (!isAbstractType(type)) return asked.filter(Boolean).join(' ');
  const shared = new Set(own.map(({ name }) => name));
  const parts = schema.getPossibleTypes(type).map((possible) => {
    const further = Object.values(possible.getFields()).filter(({ name }) => !shared.has(name));
    const text = further.map((field) => fieldOf(field, depth, without)).filter(Boolean);
    return text.length === 0 ? '' : `... on ${possible.name} { ${text.join(' ')} }`;
  });
  return [...asked, ...parts].filter(Boolean).join(' ');
}

function fieldOf(field: GraphQLField<unknown, unknown>, depth: number, without: Without): string {
  if (field.args.some(isRequiredArgument)) return '';
  const type = getNamedType(field.type);
  if (isLeafType(type)) return field.name;
  if (depth === 0 || !(isObjectType(type) || isAbstractType(type))) return '';
  return `${field.name} { __typename ${fieldsOf(type, depth - 1, without)} }`;
}
