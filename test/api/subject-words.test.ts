import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { erik, lars, mail, sofia, startAnswering, type Answering } from '../support/answering.js';
import { at, textAt } from '../support/json.js';

let world: Answering;

beforeAll(async () => {
  world = await startAnswering();
}, 60_000);
afterAll(() => world.stop());
beforeEach(() => world.forget());

const subjects = [
  { word: 'Bygglov', synonyms: ['Attefallshus', 'friggebod'] },
  { word: 'Avlopp', synonyms: [] },
];
const versions = '... on Person { version } ... on SharedLine { version }';
const version = async (uid: string, who = 'technician') =>
  textAt(await world.entry(who, uid, versions), 'version');
const unitVersion = async () =>
  textAt(await world.unit('technician', world.kansliet, 'version'), 'version');
/** Sets the words of somebody in the directory, over the version that is read first unless another one is said. */
const ofEntry = async (who: string, uid: string, more: object = {}) =>
  world.change(who, 'setSubjectWords', {
    holder: { entryId: world.id[uid] },
    subjects,
    ...('expectedVersion' in more ? {} : { expectedVersion: await version(uid) }),
    ...more,
  });
const ofUnit = async (who: string, more: object = {}) =>
  world.change(who, 'setSubjectWords', {
    holder: { unitId: world.kansliet },
    subjects,
    expectedVersion: await unitVersion(),
    ...more,
  });
const told = async (who: string, uid: string) =>
  at(await world.entry(who, uid, 'subjects { word synonyms }'), 'subjects');
const toldOfUnit = async (who: string) =>
  at(await world.unit(who, world.kansliet, 'subjects { word synonyms }'), 'subjects');
const everybody = ['erik', 'lars', 'elsewhere', 'operator', 'technician', 'intranetLaxa'];

test('P14: what somebody handles is said by the person, those who lead or answer for the unit, and technicians', async () => {
  for (const who of ['lars', 'erik', 'desiree', 'technician']) {
    expect(await ofEntry(who, lars, { subjects: [] })).toEqual([]);
    expect(await ofEntry(who, lars)).toEqual([]);
    for (const one of [...everybody, 'phoneSystem', 'integration'])
      expect([one, await told(one, lars)]).toEqual([one, subjects]);
  }
  expect(await ofEntry('lars', sofia)).toEqual(['NOT_ALLOWED holder entryId']);
  expect(await ofEntry('elsewhere', lars)).toEqual(['NOT_ALLOWED holder entryId']);
  for (const who of ['operator', 'intranetHallsberg', 'phoneSystem', 'integration'])
    expect(await ofEntry(who, lars)).toEqual(['FORBIDDEN']);
  expect(await world.newest('SET_SUBJECT_WORDS')).toMatchObject({ fields: ['subjects'] });
});

test('P14: what a unit handles is said by those who lead or answer for it, and technicians, and told to everybody', async () => {
  for (const who of ['erik', 'desiree', 'technician']) {
    expect(await ofUnit(who, { subjects: [] })).toEqual([]);
    expect(await ofUnit(who)).toEqual([]);
    for (const one of [...everybody, 'phoneSystem', 'integration'])
      expect([one, await toldOfUnit(one)]).toEqual([one, subjects]);
  }
  for (const who of ['lars', 'elsewhere'])
    expect(await ofUnit(who)).toEqual(['NOT_ALLOWED holder unitId']);
  expect(await ofUnit('operator')).toEqual(['FORBIDDEN']);
  expect(await world.newest('SET_SUBJECT_WORDS')).toMatchObject({ fields: ['Unit.subjects'] });
});

test('a function and a shared telephone have words as people have', async () => {
  const kind = (to: string) =>
    world.facts.db.query('update person set kind = $2 where email = $1', [mail(sofia), to]);
  for (const to of ['FUNCTION', 'SHARED_PHONE']) {
    await kind(to);
    expect(await ofEntry('desiree', sofia, { subjects: [] })).toEqual([]);
    expect(await ofEntry('desiree', sofia)).toEqual([]);
    expect(await told('operator', sofia)).toEqual(subjects);
  }
  await kind('EMPLOYEE');
});

test('somebody RESTRICTED is found by words as by a title, and somebody PROTECTED says them alone', async () => {
  await ofEntry('lars', lars);
  await world.level(lars, 'RESTRICTED');
  for (const who of everybody) expect([who, await told(who, lars)]).toEqual([who, subjects]);
  expect(await ofEntry('desiree', lars, { subjects: [] })).toEqual([]);
  const expectedVersion = await version(lars);
  await world.level(lars, 'PROTECTED');
  for (const who of ['erik', 'desiree', 'technician'])
    expect(await ofEntry(who, lars, { expectedVersion })).toEqual(['NOT_FOUND holder entryId']);
  expect(await ofEntry('officer', lars, { expectedVersion })).toEqual([
    'NOT_ALLOWED holder entryId',
  ]);
  expect(await ofEntry('lars', lars, { expectedVersion })).toEqual([]);
  expect([await told('lars', lars), await told('officer', lars)]).toEqual([subjects, subjects]);
});

test('an alias card has no words, whoever would give it some', async () => {
  const alias = { presentation: 'ALIAS', alias: 'Lena Alm' };
  await world.level(lars, 'PROTECTED');
  expect(await world.change('lars', 'setMyPresentation', alias)).toEqual([]);
  const own = { expectedVersion: await version(lars, 'lars') };
  expect(await ofEntry('lars', lars, own)).toEqual([]);
  const query = `{ searchDirectory(query: "Lena Alm") { edges { node { id subjects { word } ... on Person { version } } } } }`;
  const { data } = await world.app.ask('technician', query);
  const card = at(data, 'searchDirectory.edges.0.node');
  expect(at(card, 'subjects')).toEqual([]);
  const holder = { entryId: textAt(card, 'id') };
  const expectedVersion = textAt(card, 'version');
  expect(await ofEntry('technician', sofia, { holder, expectedVersion })).toEqual([
    'NOT_ALLOWED holder entryId',
  ]);
  expect(await world.change('lars', 'setMyPresentation', { presentation: 'HIDDEN' })).toEqual([]);
});

test('whoever has left handles nothing, and is given nothing to handle', async () => {
  await ofEntry('lars', lars);
  const expectedVersion = await version(lars);
  await world.leave(lars);
  expect(await told('technician', lars)).toEqual([]);
  expect(await ofEntry('technician', lars, { expectedVersion })).toEqual([
    'NOT_ALLOWED holder entryId',
  ]);
});

test('words that cannot be kept are refused with where they stand, and nothing is changed', async () => {
  await ofEntry('lars', lars);
  const [first] = subjects;
  for (const [wrong, refusal] of [
    [Array.from({ length: 51 }, () => first), 'LIMIT subjects'],
    [
      [{ word: 'el', synonyms: Array.from({ length: 21 }, () => 'el') }],
      'LIMIT subjects 0 synonyms',
    ],
    [[first, { word: 'x' }], 'INVALID subjects 1 word'],
    [[{ word: 'el', synonyms: ['x'.repeat(61)] }], 'TOO_LONG subjects 0 synonyms 0'],
    [[first, { word: 'el', synonyms: ['ström', 'BYGGLOV'] }], 'INVALID subjects 1 synonyms 1'],
    [[{ word: 'bygg@hallsberg.test' }], 'INVALID subjects 0 word'],
    [[{ word: '0582-00 12 34' }], 'INVALID subjects 0 word'],
    [[{ word: '640823-3234' }], 'INVALID subjects 0 word'],
  ] as const) {
    expect(await ofEntry('lars', lars, { subjects: wrong })).toEqual([refusal]);
    expect(await ofUnit('erik', { subjects: wrong })).toEqual([refusal]);
  }
  expect([await told('lars', lars), await toldOfUnit('lars')]).toEqual([subjects, []]);
});

test('they are changed over the version that was read, which moves when they become others', async () => {
  const [before, unitBefore] = [await version(lars), await unitVersion()];
  expect(await ofEntry('lars', lars)).toEqual([]);
  expect(await ofUnit('erik')).toEqual([]);
  const [then, unitThen] = [await version(lars), await unitVersion()];
  expect([then === before, unitThen === unitBefore]).toEqual([false, false]);
  const conflict = ['CONFLICT expectedVersion'];
  expect(await ofEntry('erik', lars, { expectedVersion: before, subjects: [] })).toEqual(conflict);
  expect(await ofUnit('desiree', { expectedVersion: unitBefore, subjects: [] })).toEqual(conflict);
  expect([await told('lars', lars), await toldOfUnit('lars')]).toEqual([subjects, subjects]);
  const recorded = await world.facts.recorded('SET_SUBJECT_WORDS');
  expect(await ofEntry('erik', lars)).toEqual([]);
  expect(await ofUnit('desiree')).toEqual([]);
  expect([await version(lars), await unitVersion()]).toEqual([then, unitThen]);
  expect(await world.facts.recorded('SET_SUBJECT_WORDS')).toHaveLength(recorded.length);
});

test('a request that is sent again with its key is carried out once, and answered as before', async () => {
  const keyed = { holder: { entryId: world.id[erik] }, idempotencyKey: 'words of Erik' };
  const input = { ...keyed, subjects, expectedVersion: await version(erik) };
  const ofThe = { holder: { unitId: world.kansliet }, idempotencyKey: 'words of a unit' };
  const unitInput = { ...ofThe, subjects, expectedVersion: await unitVersion() };
  for (let times = 0; times < 2; times += 1) {
    expect(await world.change('desiree', 'setSubjectWords', input)).toEqual([]);
    expect(await world.change('desiree', 'setSubjectWords', unitInput)).toEqual([]);
  }
  expect(await world.change('desiree', 'setSubjectWords', { ...input, subjects: [] })).toEqual([
    'CONFLICT idempotencyKey',
  ]);
  const mutation = `mutation ($input: SetSubjectWordsInput!) { setSubjectWords(input: $input) {
    entry { displayName subjects { word } } unit { name subjects { word } } userErrors { code } } }`;
  const words = subjects.map(({ word }) => ({ word }));
  const token = await world.app.token('employee', '1861', '40104');
  for (const [one, answer] of [
    [input, { entry: { displayName: 'Erik Björkman', subjects: words }, unit: null }],
    [unitInput, { entry: null, unit: { name: 'Kansliet', subjects: words } }],
  ])
    expect(
      at((await world.app.ask(token, mutation, { input: one })).data, 'setSubjectWords'),
    ).toEqual({ ...answer, userErrors: [] });
});

test('exactly one entry or unit is named, by an id of its kind', async () => {
  const both = { entryId: world.id[lars], unitId: world.kansliet };
  for (const holder of [{}, both, { entryId: world.kansliet }, { unitId: world.id[lars] }])
    expect(await ofEntry('technician', lars, { holder })).toEqual(['BAD_USER_INPUT']);
});
