import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { ASTNode, GraphQLResolveInfo } from 'graphql';
import type { OthersRead } from '../view/people.view.js';
import { namesField } from './named-fields.js';

/** The fields that lead to a manager, or to who is responsible for a shared telephone. */
export const leadToManagers = ['manager', 'responsible'];

/** The fields of an entry that are computed from other entries, or lead to one. */
export const leadToOthers = [
  ...leadToManagers,
  'reachability',
  'standIns',
  'referral',
  'cover',
  'forwardings',
  'namedViewers',
];

/** Whom an operation asks for beside what it finds, as an argument of a root field: only those are read. */
export const OthersAsked = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { operation, fragments } =
    GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
  return othersReadFor([operation, ...Object.values(fragments)]);
});

/** Looks in whole documents, used or not: somebody who is read in vain is better than one who is not read. */
export function othersReadFor(parts: readonly ASTNode[]): OthersRead {
  const names = (fields: readonly string[]) => parts.some((part) => namesField(part, fields));
  if (names(leadToManagers)) return 'MANAGERS';
  return names(leadToOthers) ? 'REFERRED' : 'NONE';
}
