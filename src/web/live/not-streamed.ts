import { GraphQLError, type ValidationRule } from 'graphql';

/** What changes without a change of the entries that lead to it, by type: it belongs to no picture of entries. */
export const notStreamed: Readonly<Record<string, readonly string[]>> = {
  Unit: ['answerGroup', 'faultContact', 'manager', 'phoneResponsibles', 'subjects', 'version'],
  Municipality: ['lastCompleteSyncAt', 'settings', 'sources'],
};

/** Refuses what nobody would be told of when it changes, rather than show it as it was once. */
export const onlyStreamed: ValidationRule = (context) => ({
  Field(node) {
    const { name } = context.getParentType() ?? {};
    if (name === undefined || !notStreamed[name]?.includes(node.name.value)) return;
    const message = `"${name}.${node.name.value}" is not told of when it changes: ask for it in a query.`;
    context.reportError(new GraphQLError(message, { nodes: node }));
  },
});
