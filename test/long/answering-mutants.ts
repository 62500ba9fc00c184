import type { Mutant } from './mutants.js';

const always = '(true as boolean)';
const never = '(false as boolean)';
const units = ['test/api/answering.test'];
const people = ['test/api/answering-people'];
const whoeverIsSeen = ['test/small/changes/refusals-of-answering'];
const windows = ['test/small/staff/weekly-window'];
const retries = ['test/api/idempotency'];
const chains = ['test/small/view/reachability-told'];
const places = ['test/small/staff/keeping-places'];

function each(file: string, guards: readonly string[], without: string, tests: readonly string[]) {
  return guards.map((guard): Mutant => ({ file: `src/${file}`, guard, without, tests }));
}

/** Who answers for whom and when, and what a client may send again. */
export const answeringMutants: readonly Mutant[] = [
  ...each('changes/kept-units.ts', ['!mayKeepUnit(viewer, { id: unitId, municipality })'], never, [
    ...units,
  ]),
  ...each(
    'changes/set-answer-group.ts',
    ['ids.length > most', 'one.leftAt !== null', '!ids.every(isThere)'],
    never,
    units,
  ),
  ...each(
    'changes/set-answer-group.ts',
    ["one.protectionLevel !== 'PROTECTED'"],
    always,
    whoeverIsSeen,
  ),
  ...each('changes/set-answer-group.ts', ['return outside ?'], `return ${never} ?`, units),
  ...each(
    'changes/set-stand-ins.ts',
    ['ids.length > most', 'ids.includes(person.id)'],
    never,
    people,
  ),
  ...each('changes/set-stand-ins.ts', ['ids.every(isThere)'], always, people),
  ...each('changes/set-stand-ins.ts', ['one.leftAt !== null'], never, whoeverIsSeen),
  ...each(
    'changes/set-stand-ins.ts',
    ["one.protectionLevel !== 'PROTECTED'"],
    always,
    whoeverIsSeen,
  ),
  ...each(
    'changes/set-greeting.ts',
    ['!numbers.some(({ e164 }) => e164 === number)', "kind === 'OFF' && namesAlternative"],
    never,
    people,
  ),
  ...each(
    'changes/set-best-reached.ts',
    ['windows.value.length > 0 && !unit?.showsBestReached'],
    never,
    people,
  ),
  ...each(
    'changes/set-shared-line.ts',
    [
      "line.kind !== 'SHARED_PHONE'",
      'other.leftAt !== null',
      "other?.protectionLevel === 'PROTECTED' && line.responsibleId !== id",
      'other.municipality.code !== line.municipality.code',
    ],
    never,
    whoeverIsSeen,
  ),
  ...each(
    'changes/set-shared-line.ts',
    ["other.kind === 'SHARED_PHONE' || other.kind === 'FUNCTION'"],
    never,
    people,
  ),
  ...each(
    'changes/set-fault-contact.ts',
    [
      'entryId !== null && number !== null',
      'text !== null && Array.from(text).length > maxInstruction',
      'text !== null && containsNationalId(text)',
      '!(await this.isThere(viewer, unitId, entryId))',
    ],
    never,
    units,
  ),
  ...each('changes/set-fault-contact.ts', ['other.leftAt !== null'], never, whoeverIsSeen),
  ...each(
    'changes/set-fault-contact.ts',
    ["other.protectionLevel !== 'PROTECTED'"],
    always,
    whoeverIsSeen,
  ),
  ...each(
    'staff/weekly-window.ts',
    [
      'windows.length > mostWindows',
      '!Number.isInteger(weekday) || weekday < 1 || weekday > 7',
      '!timeOfDay.test(from)',
      "!timeOfDay.test(to) && to !== '24:00'",
      'from >= to',
      'before.some((one) => overlap(one, window))',
    ],
    never,
    windows,
  ),
  ...each('staff/keeping-places.ts', ['!one.seen && one.id === id', '(!seen)'], `(${never})`, [
    ...places,
  ]),
  ...each(
    'store/unit-answering.store.ts',
    ['expectedVersion !== null && expectedVersion !== unitVersion(before)'],
    never,
    units,
  ),
  ...each(
    'store/unit-answering.store.ts',
    ['keepingPlaces(before, memberIds)'],
    '[...memberIds, ...before.slice(before.length)]',
    units,
  ),
  ...each(
    'store/person-answering.store.ts',
    ['keepingPlaces(before, standInIds)'],
    'standInIds',
    people,
  ),
  ...each(
    'store/unit-answering.store.ts',
    ['if (await write(tx, before)) await recordFacts(tx, [fact]);'],
    'await write(tx, before);',
    [...retries, ...units],
  ),
  ...each(
    'changes/receipts.ts',
    [
      "key === '' || Array.from(key).length > maxKey",
      'before !== null',
      'meanwhile !== null',
      'isReceiptTaken(error)',
    ],
    never,
    retries,
  ),
  ...each('changes/receipts.ts', ['receipt.digest === digest'], always, retries),
  // Of whom nobody is told in a unit.
  ...['Unit.answerGroup', 'Unit.faultContact'].map((field): Mutant => ({
    file: 'src/view/units.view.ts',
    guard: `!this.may(viewer, '${field}', unit)`,
    without: never,
    tests: ['test/api/matrix'],
  })),
  // Who answers instead, as the viewer sees it.
  ...[
    'function referralOf({ absence, may }: Projection): PersonId | null {\n  const referral = ',
    'function groupReferredTo({ absence, may, person }: Projection): readonly PersonId[] {\n  const referral = ',
  ].map((begun): Mutant => ({
    file: 'src/view/answerers.ts',
    guard: `${begun}may('Absence.referral')`,
    without: `${begun}${always}`,
    tests: ['test/small/view'],
  })),
  {
    file: 'src/view/answerers.ts',
    guard: "may('Person.unit')",
    without: always,
    tests: ['test/small/view/fields-shut'],
  },
  ...each('view/answerers.ts', ['.filter(({ leftAt }) => leftAt === null)'], '', [
    'test/small/view',
  ]),
  ...each('view/answerers.ts', ['ids.delete(person.id);'], '', ['test/small/view']),
  // That somebody is there again is not in the list: without it a ring is found a few hops later.
  ...each('view/judge.ts', ['path.length > maxHops || '], '', chains),
  ...each('view/judge.ts', ['answer.rules.includes(loop)'], never, chains),
  {
    file: 'src/view/reachability-view.ts',
    guard: "person?.protectionLevel === 'OPEN' ? person.displayName : null",
    without: 'person ? person.displayName : null',
    tests: ['test/small/view'],
  },
  ...each(
    'view/reachability-view.ts',
    ['person.email !== null && person.leftAt === null'],
    'person.email !== null',
    ['test/small/view'],
  ),
  ...each('view/reachability-view.ts', ['Math.min(horizon.getTime(), '], 'Math.min(', [
    'test/small/view',
  ]),
];
