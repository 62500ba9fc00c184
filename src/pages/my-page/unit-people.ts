import { ask } from '../ask/ask.js';
import { myDuties, myPeople } from './documents.js';
import type { MyDutiesQuery, MyPeopleQuery } from './schema-types.js';

type Led = NonNullable<MyPeopleQuery['viewer']>['responsibleFor'];

/** Somebody whom one leads or answers for, as the list has it. */
export type Member = Extract<
  Led['edges'][number]['node'],
  { readonly id: string; readonly displayName: string }
>;

/** Whether one leads or answers for any unit, or for anybody but oneself. */
export async function hasDuties(token: string, own: string): Promise<boolean> {
  const { viewer } = await ask<MyDutiesQuery>(token, myDuties);
  if (viewer === null) return false;
  return viewer.units.length > 0 || viewer.responsibleFor.edges.some(({ node }) => node.id !== own);
}

/** Reads whom one leads or answers for, oneself not among them, and what is said of each now. */
export async function readMyPeople(token: string, own: string): Promise<readonly Member[]> {
  const all: Member[] = [];
  let after: string | null = null;
  do {
    const { viewer }: MyPeopleQuery = await ask<MyPeopleQuery>(token, myPeople, { after });
    const led: Led | undefined = viewer?.responsibleFor;
    for (const { node } of led?.edges ?? [])
      if ('displayName' in node && node.id !== own) all.push(node as Member);
    after = led?.pageInfo.hasNextPage ? led.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}
