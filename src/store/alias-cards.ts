import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { MunicipalityCode, PersonId } from '../kernel/ids.js';
import { listKeyOf } from '../staff/list-key.js';
import { sortKeyOf } from '../staff/names.js';
import { searchWordsOf } from '../staff/search-words.js';
import { erasing } from './erasing.sql.js';
import { PersonLocalRow } from './rows/person-local.row.js';
import { PersonRow } from './rows/person.row.js';

/** Whose card it is, and which name the person chose. */
export type CardWish = {
  readonly personId: PersonId;
  readonly municipality: MunicipalityCode;
  readonly alias: string;
};

/**
 * Makes the alias card of a PROTECTED person: an entry with a random id of its own, RESTRICTED and
 * without a number, so that it is read under the rules of any other entry. It stands in the alphabet
 * where a person of that name would.
 */
export async function addCard(tx: EntityManager, wish: CardWish): Promise<void> {
  const { personId, municipality, alias } = wish;
  const id = randomUUID();
  const [familyName = null, ...given] = alias.split(' ').toReversed();
  const names = { familyName, givenName: given.toReversed().join(' ') };
  const sortKey = sortKeyOf(familyName, names.givenName, alias);
  await tx.insert(PersonRow, {
    id,
    municipalityCode: municipality,
    sourceId: null,
    directoryKey: `alias:${id}`,
    sourceHash: '',
    displayName: alias,
    givenName: null,
    familyName: null,
    title: null,
    email: null,
    employeeId: null,
    kind: 'EMPLOYEE',
    accountState: 'ACTIVE',
    unitId: null,
    sortKey,
    searchWords: searchWordsOf({ ...names, displayName: alias, title: null }),
    listKey: listKeyOf(sortKey),
    missingSince: null,
    leftAt: null,
    employment: 'ACTIVE',
    filled: '',
    dnDigest: null,
    managerDigest: null,
    managerId: null,
    aliasOf: personId,
  });
  await tx.insert(PersonLocalRow, {
    personId: id,
    municipalityCode: municipality,
    protectionLevel: 'RESTRICTED',
    levelRunId: null,
    mobileAudience: null,
    responsibleId: null,
    version: 1,
  });
}

/**
 * Takes back the alias cards of these people for good, as leavers are erased: what others have tied to a
 * card goes with it, and nothing says any more whose it was.
 */
export async function withdrawCards(
  tx: Pick<EntityManager, 'query'>,
  personIds: readonly string[],
  at: Date,
): Promise<void> {
  const [rows] = (await tx.query(takeBack, [personIds, at])) as [readonly { id: string }[]];
  if (rows.length === 0) return;
  const ids = [rows.map(({ id }) => id)];
  for (const statement of erasing) await tx.query(statement, ids);
}

/** In one step from standing to erased: a row without a source is one or the other. */
const takeBack = `
  update person set alias_of = null, employment = 'ERASED', left_at = $2
   where alias_of = any($1) returning id`;
