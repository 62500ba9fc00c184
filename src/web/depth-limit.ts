import { GraphQLError, Kind, type SelectionSetNode, type ValidationRule } from 'graphql';

const maxDepth = 12;

/**
 * Refuses documents nested deeper than 12 fields: stand-ins have stand-ins, and so on without end.
 * Each fragment is measured once, however often it is spread, so that a document of fragments that
 * spread each other twice takes no longer than its length.
 */
export const depthLimit: ValidationRule = (context) => {
  const fragments = new Map<string, number>();

  function depthOf(set: SelectionSetNode | undefined): number {
    const depths = (set?.selections ?? []).map((selection) => {
      if (selection.kind === Kind.FIELD) return 1 + depthOf(selection.selectionSet);
      if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet);
      return fragmentDepth(selection.name.value);
    });
    return Math.max(0, ...depths);
  }

  function fragmentDepth(name: string): number {
    const known = fragments.get(name);
    if (known !== undefined) return known;
    // A fragment that contains itself is refused by a rule of graphql-js; here it only must not hang.
    fragments.set(name, 0);
    const depth = depthOf(context.getFragment(name)?.selectionSet);
    fragments.set(name, depth);
    return depth;
  }

  return {
    OperationDefinition(operation) {
      if (depthOf(operation.selectionSet) <= maxDepth) return;
      const message = `The document is nested deeper than ${maxDepth} fields.`;
      context.reportError(new GraphQLError(message, { nodes: operation }));
    },
  };
};
