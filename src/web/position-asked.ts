import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { namesField } from './named-fields.js';

/** Whether an operation asks for the position of a list, as an argument of a root field: only then it is read. */
export const PositionAsked = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { operation, fragments } =
    GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
  return [operation, ...Object.values(fragments)].some((part) => namesField(part, ['eventCursor']));
});
