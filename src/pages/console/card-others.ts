import type { CardNumber, Details, Other } from './entry.js';
import type { CardAnswererFragment } from './schema-types.js';

/** Somebody whom a card leads to by a digit. */
export type CardOther = Other & {
  readonly role: 'ALTERNATIVE' | 'ANSWER_GROUP' | 'PHONE_RESPONSIBLE' | 'MANAGER' | 'RESPONSIBLE';
  readonly title: string | null;
  /** Null where it is not said. */
  readonly canConnect: boolean | null;
  readonly number: CardNumber | null;
};

/** Whom a card leads to, in the order of their digits, each once; nine at most. */
export function othersOf(details: Details | null): readonly CardOther[] {
  if (details === null) return [];
  const plain = (role: CardOther['role']) => (other: CardAnswererFragment) => ({
    id: other.id,
    displayName: other.displayName,
    role,
    title: 'title' in other ? other.title : null,
    canConnect: other.reachability?.canConnect ?? null,
    number: other.reachability?.connectTo ?? null,
  });
  if (details.type === 'Unit')
    return firstOfEach([
      ...details.answerGroup.map(plain('ANSWER_GROUP')),
      ...details.phoneResponsibles.map(plain('PHONE_RESPONSIBLE')),
      ...listOf(details.manager).map(plain('MANAGER')),
    ]);
  const alternatives = (details.reachability?.alternatives ?? []).map(
    ({ entry, canConnect, number }): CardOther => ({
      id: entry.id,
      displayName: entry.displayName,
      role: 'ALTERNATIVE',
      title: 'title' in entry ? entry.title : null,
      canConnect,
      number,
    }),
  );
  const responsible = details.type === 'SharedLine' ? listOf(details.responsible) : [];
  return firstOfEach([...alternatives, ...responsible.map(plain('RESPONSIBLE'))]);
}

function listOf<T>(one: T | null): readonly T[] {
  return one === null ? [] : [one];
}

function firstOfEach(others: readonly CardOther[]): readonly CardOther[] {
  const ids = others.map(({ id }) => id);
  return others.filter(({ id }, index) => ids.indexOf(id) === index).slice(0, 9);
}
