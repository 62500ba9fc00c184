import { GraphQLError, Kind, type SelectionSetNode, type ValidationRule } from 'graphql';

const maxDepth = 12;

/** Refuses documents nested deeper than 12 fields: stand-ins have stand-ins, and so on without end. */
export const depthLimit: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const depthOf = (
      set: SelectionSetNode | undefined,
      depth: number,
      within: string[],
    ): number => {
      if (set === undefined || depth > maxDepth) return depth;
      const depths = set.selections.map((selection) => {
        if (selection.kind === Kind.FIELD)
          return depthOf(selection.selectionSet, depth + 1, within);
        if (selection.kind === Kind.INLINE_FRAGMENT)
          return depthOf(selection.selectionSet, depth, within);
        const name = selection.name.value;
        // A fragment that contains itself is refused by a rule of graphql-js; here it only must not hang.
        if (within.includes(name)) return depth;
        return depthOf(context.getFragment(name)?.selectionSet, depth, [...within, name]);
      });
      return Math.max(depth, ...depths);
    };
    if (depthOf(operation.selectionSet, 0, []) > maxDepth)
      context.reportError(
        new GraphQLError(`The document is nested deeper than ${maxDepth} fields.`, {
          nodes: operation,
        }),
      );
  },
});
