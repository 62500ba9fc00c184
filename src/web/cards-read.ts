import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { ASTNode, GraphQLResolveInfo } from 'graphql';
import type { CardsRead } from '../view/people.view.js';
import { namesField, namesNothingBut } from './named-fields.js';

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

/**
 * The fields of an entry, and of what hangs on it, that a list of entries reads: what changes by the day, not by the
 * minute. An operation with any other field reads whole cards.
 */
export const ofListedEntry = words(
  'id displayName givenName familyName title email employeeId kind accountState leftAt protectionLevel version',
  'unit parent name municipality code switchboardNumber',
  'numbers e164 extension uri audience source mayTellCaller greeting namesAlternative confirmedAt',
);
/** And the fields by which such entries are come to. */
const toListedEntry = words(
  'directory searchDirectory edges node cursor matchedOn field lookupNumber lookupNumbers entry number label',
  'pageInfo hasNextPage hasPreviousPage startCursor endCursor eventCursor __typename',
);
const listed = new Set([...ofListedEntry, ...toListedEntry]);

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}

/** How much an operation asks for of what it finds and beside it, as an argument of a root field: only that is read. */
export const CardsAsked = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { operation, fragments } =
    GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
  return cardsReadFor([operation, ...Object.values(fragments)]);
});

/** Looks in whole documents, used or not: what is read in vain is better than what is not read. */
export function cardsReadFor(parts: readonly ASTNode[]): CardsRead {
  const names = (fields: readonly string[]) => parts.some((part) => namesField(part, fields));
  if (names(leadToManagers)) return 'MANAGERS';
  if (names(leadToOthers)) return 'REFERRED';
  return parts.every((part) => namesNothingBut(part, listed)) ? 'LISTED' : 'ALONE';
}
