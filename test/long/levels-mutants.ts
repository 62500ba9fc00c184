import type { Mutant } from './mutants.js';

const always = '(true as boolean)';
const never = '(false as boolean)';
const levels = ['test/api/levels'];
const alias = ['test/api/alias'];
const named = ['test/api/named-viewers'];
const reveal = ['test/api/reveal'];
const contact = ['test/api/contact-requests'];

/** The guards of the levels: two officers lower, a card tells of nobody, and nobody is found by asking. */
export const levelsMutants: readonly Mutant[] = [
  {
    file: 'src/changes/set-protection.ts',
    guard: 'if (higherLevel(person.protectionLevel, request.level) !== request.level)',
    without: `if (higherLevel(person.protectionLevel, request.level) !== request.level && ${never})`,
    tests: levels,
  },
  {
    file: 'src/store/lowerings.store.ts',
    guard: 'request.requestedBy === actor || request.requesterId === officerId',
    without: 'request.requestedBy === actor',
    tests: levels,
  },
  {
    file: 'src/store/lowerings.store.ts',
    guard: '        level,\n        version: local.version,\n',
    without: '        level,\n',
    tests: levels,
  },
  {
    file: 'src/store/lowerings.store.ts',
    guard: '        personId,\n        level,\n        version',
    without: '        personId,\n        version',
    tests: levels,
  },
  {
    file: 'src/store/lowerings.store.ts',
    guard: '        requestedAt: MoreThan(oldestRequest(at)),\n',
    without: '',
    tests: levels,
  },
  {
    file: 'src/store/lowerings.store.ts',
    guard: '      await liftProtection(tx, [personId], at);\n',
    without: '',
    tests: ['test/api/alias'],
  },
  {
    file: 'src/changes/set-protection.ts',
    guard: 'if (viewer.personId === null) return null;',
    without:
      'if (viewer.personId === null) return { ...({} as LoweringWish), officerId: person.id };',
    tests: levels,
  },
  // The alias card.
  {
    file: 'src/store/visible-people.ts',
    guard: "o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'",
    without: "o.employment = 'ACTIVE'",
    tests: alias,
  },
  {
    file: 'src/store/find-people.sql.ts',
    guard: ' and p.alias_of is null',
    without: '',
    tests: alias,
  },
  {
    file: 'src/view/projection.ts',
    guard: 'person.aliasCard ? notOnCards : []',
    without: `${never} ? notOnCards : []`,
    tests: ['test/small/view/alias-card'],
  },
  {
    file: 'src/policy/authority.ts',
    guard: 'if (subject.aliasCard && !onAliasCards.includes(action)) return false;',
    without: 'onAliasCards.includes(action);',
    tests: alias,
  },
  {
    file: 'src/staff/alias.ts',
    guard: "own.some((name) => sameName(name, alias)) ? 'OWN_NAME' : { alias }",
    without: `own.some((name) => sameName(name, alias) && ${never}) ? 'OWN_NAME' : { alias }`,
    tests: ['test/small/staff/alias'],
  },
  {
    file: 'src/store/alias-cards.ts',
    guard: '  for (const statement of erasing) await tx.query(statement, ids);\n',
    without: '  void [ids, erasing];\n',
    tests: alias,
  },
  // Named viewers.
  {
    file: 'src/store/named-viewers.store.ts',
    guard: '>= maxNamedViewers)',
    without: `>= maxNamedViewers && ${never})`,
    tests: named,
  },
  {
    file: 'src/changes/name-viewers.ts',
    guard: 'other.municipality.code === person.municipality.code &&',
    without: '',
    tests: named,
  },
  {
    file: 'src/store/leavers.ts',
    guard: '    await tx.query(forgetNames, [ids]);\n',
    without: '    void forgetNames;\n',
    tests: named,
  },
  {
    file: 'src/policy/disclosure.ts',
    guard: "'Person.namedViewers': always([], selfAndOfficer)",
    without: "'Person.namedViewers': always([], insiders)",
    tests: named,
  },
  // Numbers for a purpose, and wishes passed on.
  {
    file: 'src/view/reveal-numbers.ts',
    guard: "person === undefined || person.protectionLevel === 'PROTECTED'",
    without: 'person === undefined',
    tests: reveal,
  },
  {
    file: 'src/view/reveal-numbers.ts',
    guard: "if (!allows(numbersOnRequest, 'RESTRICTED', audiencesOf(viewer, subjectOf(person))))",
    without: `if (!allows(numbersOnRequest, 'RESTRICTED', audiencesOf(viewer, subjectOf(person))) && ${never})`,
    tests: reveal,
  },
  {
    file: 'src/store/reveals.store.ts',
    guard: '      await recordFacts(tx, [fact]);\n',
    without: '      void [recordFacts, fact];\n',
    tests: reveal,
  },
  {
    file: 'src/changes/contact-requests.ts',
    guard: 'if (containsNationalId(text))',
    without: `if (containsNationalId(text) && ${never})`,
    tests: contact,
  },
  {
    file: 'src/store/contact-requests.store.ts',
    guard: '{ id, municipalityCode: municipality, handledAt: IsNull() }',
    without: '{ id, handledAt: IsNull() }',
    tests: contact,
  },
  {
    file: 'src/store/contact-requests.store.ts',
    guard: 'r.municipality_code = $1 and (',
    without: '$1::text is not null and (',
    tests: contact,
  },
  {
    file: 'src/view/reveal-numbers.ts',
    guard: 'if (isCaseReference(reference)) return',
    without: `if (${always}) return`,
    tests: reveal,
  },
];
