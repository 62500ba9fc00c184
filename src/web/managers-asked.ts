import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { ASTNode, GraphQLResolveInfo } from 'graphql';
import { namesField } from './named-fields.js';

/** The fields that lead to a manager, or to who is responsible for a shared telephone. */
export const leadToManagers = ['manager', 'responsible'];

/** Whether an operation asks for anybody's manager, as an argument of a root field: only then are managers read. */
export const ManagersAsked = createParamDecorator((_: unknown, context: ExecutionContext) =>
  namedIn(GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>()),
);

/** Looks in the whole document, used or not: a manager who is read in vain is better than one who is not read. */
function namedIn({
  operation,
  fragments,
}: Pick<GraphQLResolveInfo, 'operation' | 'fragments'>): boolean {
  return [operation, ...Object.values(fragments)].some(asksForManagers);
}

/** Whether a document or a part of one asks for anybody's manager. */
export function asksForManagers(node: ASTNode): boolean {
  return namesField(node, leadToManagers);
}
