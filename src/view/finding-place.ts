import { findingRules, type FindingRule } from '../kernel/finding-words.js';
import type { PagePosition } from '../kernel/page.js';
import type { Unit } from '../staff/person.js';

/** Where a finding stands in the list of them: units first, then people, and by rule. */
export type Place = PagePosition & {
  readonly kind: 'UNIT' | 'PERSON';
  readonly rule: FindingRule;
};

const swedish = new Intl.Collator('sv');

/** The place of a finding about a unit: by its name. */
export function placeOfUnit({ id, name }: Unit, rule: FindingRule): Place {
  return { kind: 'UNIT', sortKey: name, id, rule };
}

/** The place of a finding about somebody who stands there among people. */
export function placeOfPerson({ sortKey, id }: PagePosition, rule: FindingRule): Place {
  return { kind: 'PERSON', sortKey, id, rule };
}

/** Whether one comes after another; after none comes everything. People come as the database orders them, so of them only the rules of one and the same are compared. */
export function afterPlace(one: Place, other: Place | null): boolean {
  if (other === null) return true;
  if (one.kind !== other.kind) return one.kind === 'PERSON';
  const byRule = findingRules.indexOf(one.rule) - findingRules.indexOf(other.rule);
  if (one.id === other.id) return byRule > 0;
  if (one.kind === 'PERSON') return true;
  const byName = swedish.compare(one.sortKey, other.sortKey);
  return byName === 0 ? one.id > other.id : byName > 0;
}

/** The place as a cursor holds it. */
export function positionOf({ kind, sortKey, id, rule }: Place): PagePosition {
  return { sortKey, id: [kind, rule, id].join(' ') };
}

/** The place that a cursor holds. */
export function placeFrom({ sortKey, id: text }: PagePosition): Place {
  const [kind, rule, id] = text.split(' ') as [Place['kind'], FindingRule, string];
  return { kind, sortKey, id, rule };
}
