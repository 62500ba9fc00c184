import type { DirectoryApi } from './directory-api.js';
import { peopleOfOneUnit } from './documents.js';
import type { PeopleOfUnitQuery, PeopleOfUnitQueryVariables } from './schema-types.js';

/** Somebody who works in a unit, or a telephone of it. */
export type UnitMember = {
  readonly id: string;
  readonly displayName: string;
  readonly title: string | null;
};

/** Who works in a unit, in Swedish order. */
export async function peopleOfUnit(
  api: DirectoryApi,
  unit: string,
  signal: AbortSignal,
): Promise<readonly UnitMember[]> {
  const members: UnitMember[] = [];
  let after: string | null = null;
  do {
    const variables: PeopleOfUnitQueryVariables = { unit, after };
    const { directory }: PeopleOfUnitQuery = await api.ask(peopleOfOneUnit, variables, signal);
    for (const { node } of directory?.edges ?? []) {
      const title = node.type === 'Person' ? node.title : null;
      members.push({ id: node.id, displayName: node.displayName, title });
    }
    after = directory?.pageInfo.hasNextPage ? directory.pageInfo.endCursor : null;
  } while (after !== null);
  return members;
}
