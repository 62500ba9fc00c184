import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { BREAK, visit, type ASTNode, type GraphQLResolveInfo } from 'graphql';

const leadToManagers = ['manager', 'responsible'];

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
  let found = false;
  visit(node, {
    Field({ name }) {
      found ||= leadToManagers.includes(name.value);
      return found ? BREAK : undefined;
    },
  });
  return found;
}
