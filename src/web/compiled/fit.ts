import {
  BREAK,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  visit,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * How many fields the compiled code of an operation may have, each counted where it is spread and for each
 * type that it may be asked of. A page of entries with all that an operator's console shows has 160 to 300;
 * these take some 40 ms to compile and a megabyte to keep, and what is larger goes the plain way.
 */
export const maxFields = 500;

/**
 * Names become part of the code that graphql-jit writes. One with an underscore could be `__proto__`, which
 * is no property there, or be read as two, which would give a field the arguments of another one.
 */
const safeName = /^[A-Za-z0-9]+$/;

/** Whether graphql-jit answers an operation as graphql-js does: no directives, no introspection, and names that are safe. */
export function isFit(document: DocumentNode): boolean {
  let fit = true;
  const refuse = () => {
    fit = false;
    return BREAK;
  };
  visit(document, {
    // It takes the conditions of a fragment that is spread twice for one.
    Directive: refuse,
    Field: ({ name, alias }) => {
      const answered = alias?.value ?? name.value;
      const known = !name.value.startsWith('__') || name.value === '__typename';
      return known && (safeName.test(answered) || answered === '__typename') ? undefined : refuse();
    },
  });
  return fit;
}

/** How many fields the code of a valid operation has. A selection is measured once for a type, and counts wherever it is spread. */
export function countFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): number {
  const known = new Map<SelectionSetNode, Map<string, number>>();
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [],
    ),
  );

  function ofSet(set: SelectionSetNode, type: GraphQLObjectType): number {
    const counts = known.get(set) ?? new Map<string, number>();
    known.set(set, counts);
    const before = counts.get(type.name);
    if (before !== undefined) return before;
    let count = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        count += 1;
        const inner = getNamedType(type.getFields()[selection.name.value]?.type);
        if (isCompositeType(inner) && selection.selectionSet)
          count += ofAll(selection.selectionSet, inner);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const on = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
      const meant = !on || on === type || (isAbstractType(on) && schema.isSubType(on, type));
      if (fragment && meant) count += ofSet(fragment.selectionSet, type);
    }
    counts.set(type.name, count);
    return count;
  }

  function ofAll(set: SelectionSetNode, type: GraphQLCompositeType): number {
    const types = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
    return types.reduce((sum, one) => sum + ofSet(set, one), 0);
  }

  const root = schema.getRootType(operation.operation);
  return root ? ofAll(operation.selectionSet, root) : 0;
}
