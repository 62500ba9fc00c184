import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { numbersGiven } from './numbers-given.js';

/** What one operation may cost: twice an operator's search for 20 entries with all that the console shows of them. */
export const maxCost = 1_000;
/** How long a list is taken to be that has no `first`: numbers, absences, stand-ins are few. */
const listLength = 3;
/** Lists without `first` that are longer. */
const lengths: Readonly<Record<string, number>> = { 'UnitAbsencePayload.people': 200 };
/** The root fields that look numbers up. */
const lookUps = ['lookupNumber', 'lookupNumbers'];
const maxPage = 100;
/** Fields that take more work than an object does. */
const weights: Readonly<Record<string, number>> = { reachability: 3 };

/** An operation that passed validation, and what it was sent with. */
export type AskedOperation = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
};

/**
 * What an operation costs, by its text and variables alone: an object 1, a value nothing, a list as many
 * times as `first` says, and lists in lists multiplied. It never depends on what there is, so it tells
 * nothing of what is hidden. Of entries that may be of several types the dearest counts.
 */
export function costOf({ schema, document, operation, variables }: AskedOperation): number {
  const known = new Map<SelectionSetNode, Map<string, number>>();
  const fragments = fragmentsOf(document);

  /** The fields chosen of one type; `page` is the `first` of the connection that they are in. */
  function ofSet(set: SelectionSetNode, type: GraphQLObjectType, page: number): number {
    const key = `${type.name} ${page}`;
    const costs = known.get(set) ?? new Map<string, number>();
    known.set(set, costs);
    const before = costs.get(key);
    if (before !== undefined) return before;
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        cost += ofField(selection, type, page);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const on = fragment?.typeCondition?.name.value;
      if (fragment && (on === undefined || includes(on, type)))
        cost += ofSet(fragment.selectionSet, type, page);
    }
    costs.set(key, cost);
    return cost;
  }

  function ofField(node: FieldNode, parent: GraphQLObjectType, page: number): number {
    const field = fieldOf(node.name.value, parent);
    const type = field && getNamedType(field.type);
    if (!field || !isCompositeType(type) || !node.selectionSet) return 0;
    const first = pageSize(node, field);
    const set = node.selectionSet;
    const inner = Math.max(0, ...concrete(type).map((one) => ofSet(set, one, first ?? 0)));
    const length =
      node.name.value === 'lookupNumbers'
        ? numbersGiven(node, { operation, variables })
        : (lengths[`${parent.name}.${field.name}`] ?? first ?? (page || listLength));
    const times = isListType(getNullableType(field.type)) ? length : 1;
    return times * ((weights[node.name.value] ?? 1) + inner);
  }

  /** What `first` asks for; null for a field without it. More than a page is refused later, and costs a page. */
  function pageSize(node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
    const argument = field.args.find(({ name }) => name === 'first');
    if (argument === undefined) return null;
    const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    const asked =
      given?.kind === Kind.VARIABLE
        ? (variables[given.name.value] ?? defaultOf(given.name.value))
        : given?.kind === Kind.INT
          ? Number(given.value)
          : null;
    const size = asked ?? argument.defaultValue ?? maxPage;
    return typeof size === 'number' && size >= 1 && size <= maxPage ? Math.ceil(size) : maxPage;
  }

  function defaultOf(variable: string): number | null {
    const value = operation.variableDefinitions?.find(
      (definition) => definition.variable.name.value === variable,
    )?.defaultValue;
    return value?.kind === Kind.INT ? Number(value.value) : null;
  }

  function includes(on: string, type: GraphQLObjectType): boolean {
    const condition = schema.getType(on);
    return on === type.name || (isAbstractType(condition) && schema.isSubType(condition, type));
  }

  function concrete(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  }

  const root = schema.getRootType(operation.operation);
  return root ? ofSet(operation.selectionSet, root, 0) : 0;
}

/** How many numbers an operation looks up, aliases and fragments counted. */
export function lookupsAsked({
  document,
  operation,
  variables,
}: Pick<AskedOperation, 'document' | 'operation' | 'variables'>): number {
  const fragments = fragmentsOf(document);
  const known = new Map<SelectionSetNode, number>();
  function times(set: SelectionSetNode | undefined): number {
    if (set === undefined) return 0;
    const before = known.get(set);
    if (before !== undefined) return before;
    let count = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD)
        count += lookUps.includes(selection.name.value)
          ? numbersGiven(selection, { operation, variables })
          : 0;
      else if (selection.kind === Kind.INLINE_FRAGMENT) count += times(selection.selectionSet);
      else count += times(fragments.get(selection.name.value)?.selectionSet);
    }
    known.set(set, count);
    return count;
  }
  return times(operation.selectionSet);
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [],
    ),
  );
}

function fieldOf(name: string, type: GraphQLObjectType) {
  if (name === '__schema') return SchemaMetaFieldDef;
  if (name === '__type') return TypeMetaFieldDef;
  return type.getFields()[name];
}
