import type { Finding } from './facts.js';
import type { UnitFacts } from './unit-facts.js';
import type { Member } from './unit-people.js';

/** A shared telephone of a unit of which there is something to mend. */
export type LineToMend = { readonly id: string; readonly displayName: string };

/** A unit of one's own, with those of its people for whom one may act and what is to be mended there. */
export type UnitOfMine = {
  readonly id: string;
  /** Null for people without a unit. */
  readonly name: string | null;
  /** Whether one may change something of the unit itself. */
  readonly kept: boolean;
  readonly people: readonly Member[];
  readonly lines: readonly LineToMend[];
  /** About the unit, its people and its shared telephones. */
  readonly findings: readonly Finding[];
};

const swedish = new Intl.Collator('sv');

/** Units with their people and findings, all in Swedish order; people without a unit last. */
export function unitsOfMine(
  kept: readonly UnitFacts[],
  people: readonly Member[],
  findings: readonly Finding[],
): readonly UnitOfMine[] {
  const names = new Map<string, string | null>(kept.map(({ id, name }) => [id, name]));
  for (const { unit } of people) names.set(unit?.id ?? '', unit?.name ?? null);
  const units = [...names].map(([id, name]): UnitOfMine => {
    const isKept = kept.some((one) => one.id === id);
    const here = people.filter(({ unit }) => (unit?.id ?? '') === id);
    const lines = isKept ? linesIn(id, findings) : [];
    const about = new Set([id, ...here.map((one) => one.id), ...lines.map((one) => one.id)]);
    return {
      id,
      name,
      kept: isKept,
      people: here.toSorted((a, b) => swedish.compare(a.displayName, b.displayName)),
      lines,
      findings: findings.filter(({ person, unit }) => about.has(person?.id ?? unit?.id ?? '')),
    };
  });
  return units.toSorted(
    (a, b) =>
      Number(a.name === null) - Number(b.name === null) ||
      swedish.compare(a.name ?? '', b.name ?? ''),
  );
}

/** Of shared telephones only those are known that findings are about: the API has no list of a unit's. */
function linesIn(unitId: string, findings: readonly Finding[]): readonly LineToMend[] {
  const lines = new Map<string, LineToMend>();
  for (const { person } of findings)
    if (person?.type === 'SharedLine' && person.unit?.id === unitId) lines.set(person.id, person);
  return [...lines.values()].toSorted((a, b) => swedish.compare(a.displayName, b.displayName));
}
