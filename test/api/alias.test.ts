import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PeopleView } from '../../src/view/people.view.js';
import { hallsberg, viewer } from '../support/people.js';
import { at, textAt } from '../support/json.js';
import { startLevels, type LevelsTest } from '../support/levels.js';
import { everybody, everyViewer } from '../support/viewers.js';

let levels: LevelsTest;
let viewers: Readonly<Record<string, string>>;
/** Eva Sundin, PROTECTED by her directory. */
let eva: string;

beforeAll(async () => {
  levels = await startLevels();
  viewers = await everyViewer(levels.app);
  eva = await levels.app.token('employee', '1861', '40116');
}, 60_000);
afterAll(() => levels.stop());

const mine = (alias: string | null, presentation = alias === null ? 'HIDDEN' : 'ALIAS') =>
  levels.change(eva, 'setMyPresentation', { presentation, alias });
const everything = `__typename id displayName municipality { name } numbers { kind e164 extension mayTellCaller audience source }
  ... on Person { givenName familyName title email employeeId kind unit { name } manager { displayName } leftAt
    protectionLevel presentation alias namedViewers { id } presence { availability lines { status } }
    currentAbsence { reason } absences { reason } forwardings { condition } }`;

async function found(who: string, query: string) {
  const search = `query ($query: String!) { searchDirectory(query: $query) { edges { node { ... on DirectoryEntry { ${everything} } } } } }`;
  const { data } = await levels.app.ask(viewers[who] ?? who, search, { query });
  return at(data, 'searchDirectory.edges.*.node') as readonly Record<string, unknown>[];
}

describe('an alias card', () => {
  test('is chosen by the PROTECTED person, who sees the choice, as the officers do', async () => {
    const own = '{ viewer { person { presentation alias } } }';
    const hidden = { presentation: 'HIDDEN', alias: null };
    expect(at((await levels.app.ask(eva, own)).data, 'viewer.person')).toEqual(hidden);
    expect(await mine('Maria Strand')).toEqual({});
    const chosen = { presentation: 'ALIAS', alias: 'Maria Strand' };
    expect(at((await levels.app.ask(eva, own)).data, 'viewer.person')).toEqual(chosen);
    const ref = 'query ($id: ID!) { person(ref: { id: $id }) { presentation alias } }';
    const id = await levels.id('eva.sundin');
    expect(at((await levels.app.ask(levels.first, ref, { id })).data, 'person')).toEqual(chosen);
    expect(await levels.audited('SET_PRESENTATION', 'eva.sundin')).toEqual([
      'null: presentation alias',
    ]);
  });

  test.each(everybody.filter((name) => name !== 'phoneSystem'))(
    "is found by %s as an entry with the switchboard's number, and says nothing else",
    async (who) => {
      const [card, ...others] = await found(who, 'maria strand');
      expect(others).toEqual([]);
      expect(at(card, 'numbers.*.kind')).toEqual(['SWITCHBOARD']);
      expect(at(card, 'numbers.*.e164')).toEqual([hallsberg.switchboardNumber]);
      expect(card).toMatchObject({
        __typename: 'Person',
        displayName: 'Maria Strand',
        municipality: { name: 'Hallsberg' },
        kind: 'EMPLOYEE',
      });
      const silent = ['givenName', 'familyName', 'title', 'email', 'employeeId', 'unit', 'manager'];
      const hidden = [...silent, 'leftAt', 'protectionLevel', 'presentation', 'alias'];
      expect(hidden.map((field) => card?.[field])).toEqual(hidden.map(() => null));
      expect([card?.['absences'], card?.['forwardings'], card?.['namedViewers']]).toEqual([
        [],
        [],
        [],
      ]);
      const presence = card?.['presence'];
      expect([null, undefined, 'UNKNOWN']).toContain(presence && at(presence, 'availability'));
    },
  );

  test('has an id of its own, and no search or number leads from one to the other', async () => {
    const [card] = await found('operator', 'maria strand');
    expect(card?.['id']).not.toBe(await levels.id('eva.sundin'));
    const words = ['eva sundin', 'sundin', '0582-00 12 52', '40116', 'eva.sundin@hallsberg.test'];
    for (const query of words)
      expect((await found('operator', query)).map((one) => one['id'])).not.toContain(card?.['id']);
    const lookup = `{ lookupNumber(number: "+46582001252") { label entry { id } } }`;
    expect(at((await levels.app.ask('operator', lookup)).data, 'lookupNumber.entry')).toBeNull();
    const board = `{ lookupNumber(number: "${hallsberg.switchboardNumber}") { label entry { id } } }`;
    expect(at((await levels.app.ask('operator', board)).data, 'lookupNumber.entry')).toBeNull();
  });

  test('is put through like a RESTRICTED person without a number', async () => {
    const ask =
      '{ searchDirectory(query: "maria strand") { edges { node { id ... on Person { reachability { verdict connectTo { e164 } } } } } } }';
    const path = 'searchDirectory.edges.*.node.reachability';
    expect(at((await levels.app.ask('operator', ask)).data, path)).toEqual([
      { verdict: 'TAKE_MESSAGE', connectTo: null },
    ]);
    const colleague = viewers['employeeHallsberg'] ?? '';
    expect(at((await levels.app.ask(colleague, ask)).data, path)).toEqual([
      { verdict: 'CONNECT_ALTERNATIVE', connectTo: { e164: hallsberg.switchboardNumber } },
    ]);
    const [card] = await found('operator', 'maria strand');
    const asked = { personId: card?.['id'], purpose: 'CONNECT_CALL' };
    expect(await levels.change('operator', 'revealNumbers', asked, 'numbers { e164 }')).toEqual({
      numbers: [],
    });
  });

  test('may be absent and stood in for like anybody, but has no number or level to set', async () => {
    const [card] = await found('operator', 'maria strand');
    const id = card?.['id'];
    const absence = { person: { id }, reason: 'MEETING' };
    expect(await levels.change('operator', 'setAbsence', absence, 'absence { reason }')).toEqual({
      absence: { reason: 'MEETING' },
    });
    const expectedVersion = '1';
    const number = { person: { id }, direct: '+46582001299', expectedVersion };
    expect(await levels.change('technician', 'setNumbers', number)).toEqual([
      'NOT_ALLOWED input.person',
    ]);
    const level = { personId: id, level: 'PROTECTED', caseReference: 'KS 1', expectedVersion };
    expect(await levels.change(levels.first, 'setProtection', level)).toEqual([
      'NOT_ALLOWED input.personId',
    ]);
  });

  test('stands in no list of everybody: a list lasts', async () => {
    const names: string[] = [];
    const view = levels.app.app.get(PeopleView, { strict: false });
    for await (const page of view.everybody(viewer('OPERATOR')))
      names.push(...page.map(({ displayName }) => displayName));
    expect(names.length).toBeGreaterThan(90);
    expect(names).not.toContain('Maria Strand');
  });

  test('is no business of a sync', async () => {
    const report = await levels.app.sync('1861');
    expect(report).toMatchObject({ missing: 0, removed: 0, created: 0 });
    levels.app.clock.advance(7 * 3600);
    await levels.app.sync('1861');
    expect(await levels.hits('operator', 'maria strand')).toEqual(['Maria Strand']);
  });
});

describe('an alias', () => {
  test.each([
    ['Eva Sundin', 'INVALID'],
    ['sundin,  EVA', 'INVALID'],
    ['EvaSundin', 'INVALID'],
    ['811218-9876', 'INVALID'],
    ['Maria 46582001252', 'INVALID'],
    ['eva.sundin@hallsberg.test', 'INVALID'],
    ['…', 'INVALID'],
    [null, 'INVALID'],
    ['M'.repeat(81), 'TOO_LONG'],
  ])('is not %s', async (alias, code) => {
    expect(await mine(alias, 'ALIAS')).toEqual([`${code} input.alias`]);
  });

  test('comes with ALIAS, and with nothing else', async () => {
    expect(await mine('Maria Lund', 'HIDDEN')).toEqual(['INVALID input.alias']);
    expect(await levels.hits('operator', 'maria strand')).toEqual(['Maria Strand']);
  });

  test('that is changed makes another card, and nothing ties the two', async () => {
    const [before] = await found('operator', 'maria strand');
    const stand = {
      person: { email: 'per.lindqvist@hallsberg.test' },
      reason: 'MEETING',
      referral: { entryId: before?.['id'] },
    };
    expect(await levels.change('operator', 'setAbsence', stand)).toEqual({});
    await mine('Maria Lund');
    expect(await levels.hits('operator', 'maria strand')).toEqual([]);
    const [after] = await found('operator', 'maria lund');
    expect(after?.['id']).not.toBe(before?.['id']);
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    const gone = await levels.app.ask('operator', node, { id: before?.['id'] });
    expect(gone.data).toEqual({ node: null });
    const absent =
      '{ person(ref: { email: "per.lindqvist@hallsberg.test" }) { currentAbsence { referral { kind entry { id } } } } }';
    const person = await levels.app.ask('operator', absent);
    expect(at(person.data, 'person.currentAbsence')).toEqual({ referral: null });
    const { rows } = await levels.db.query(
      `select display_name, alias_of from person where source_id is null and employment = 'ERASED'`,
    );
    expect(rows).toEqual([{ display_name: '', alias_of: null }]);
  });
});

describe('who may choose', () => {
  test('an officer of the municipality, at the wish of the person, with a case', async () => {
    const personId = await levels.id('eva.sundin');
    const wish = { personId, presentation: 'ALIAS', alias: 'Karin Ek' };
    const of = (who: string, caseReference: string) =>
      levels.change(who, 'setPresentation', { ...wish, caseReference });
    expect(await of(levels.first, ' ')).toEqual(['INVALID input.caseReference']);
    expect(await of(levels.elsewhere, 'KS 2')).toEqual(['NOT_FOUND input.personId']);
    expect(await of('operator', 'KS 2')).toEqual(['FORBIDDEN']);
    expect(await of(levels.first, 'KS 2')).toEqual({});
    expect(await levels.hits('operator', 'karin ek')).toEqual(['Karin Ek']);
    expect((await levels.audited('SET_PRESENTATION', 'eva.sundin')).at(-1)).toBe(
      'KS 2: presentation alias',
    );
  });

  test('nobody who is not PROTECTED', async () => {
    const erik = await levels.app.token('employee', '1861', '40102');
    const wish = { presentation: 'ALIAS', alias: 'Karin Ek' };
    expect(await levels.change(erik, 'setMyPresentation', wish)).toEqual([
      'NOT_ALLOWED input.personId',
    ]);
    const nobody = await levels.app.token('employee', '1861');
    expect(await levels.change(nobody, 'setMyPresentation', wish)).toEqual([
      'NOT_FOUND input.personId',
    ]);
  });
});

describe('an alias card is gone at once', () => {
  const choose = async (uid: string, alias: string) => {
    const personId = await levels.id(uid);
    const wish = { personId, presentation: 'ALIAS', alias, caseReference: 'KS 3' };
    expect(await levels.change(levels.first, 'setPresentation', wish)).toEqual({});
    expect(await levels.hits('operator', alias)).toEqual([alias]);
  };

  test('when the person takes it back', async () => {
    expect(await mine(null)).toEqual({});
    expect(await levels.hits('operator', 'karin ek')).toEqual([]);
    const own = await levels.app.ask(eva, '{ viewer { person { presentation } } }');
    expect(textAt(own.data, 'viewer.person.presentation')).toBe('HIDDEN');
  });

  test('when the person is lowered by two officers, and does not come back with the level', async () => {
    await levels.protect(levels.first, 'setProtection', 'lena.ostlund', 'PROTECTED');
    await choose('lena.ostlund', 'Petra Alm');
    await levels.protect(levels.first, 'setProtection', 'lena.ostlund', 'RESTRICTED');
    expect(await levels.hits('operator', 'petra alm')).toEqual(['Petra Alm']);
    await levels.protect(levels.second, 'confirmProtection', 'lena.ostlund', 'RESTRICTED');
    expect(await levels.hits('operator', 'petra alm')).toEqual([]);
    await levels.protect(levels.first, 'setProtection', 'lena.ostlund', 'PROTECTED');
    expect(await levels.hits('operator', 'petra alm')).toEqual([]);
  });

  test('when the person is PROTECTED no longer, however that came', async () => {
    await levels.protect(levels.first, 'setProtection', 'ronja.kvist', 'PROTECTED');
    await choose('ronja.kvist', 'Petra Berg');
    await levels.force('ronja.kvist', 'OPEN');
    expect(await levels.hits('operator', 'petra berg')).toEqual([]);
    await levels.force('ronja.kvist', 'PROTECTED');
    expect(await levels.hits('operator', 'petra berg')).toEqual(['Petra Berg']);
    const leave = `update person set employment = $1, left_at = $2 where display_name = 'Ronja Kvist'`;
    await levels.db.query(leave, ['LEFT', levels.app.clock.now()]);
    expect(await levels.hits('operator', 'petra berg')).toEqual([]);
  });

  test('when the person leaves', async () => {
    await levels.protect(levels.first, 'setProtection', 'tuva.hage', 'PROTECTED');
    await choose('tuva.hage', 'Petra Dal');
    await levels.app.changeDirectory('1861', (text) =>
      text
        .split('\n\n')
        .filter((record) => !record.includes('\nuid: tuva.hage\n'))
        .join('\n\n'),
    );
    await levels.app.sync('1861');
    expect(await levels.hits('operator', 'petra dal')).toEqual(['Petra Dal']);
    levels.app.clock.advance(7 * 3600);
    await levels.app.sync('1861');
    expect(await levels.hits('operator', 'petra dal')).toEqual([]);
    const { rows } = await levels.db.query(`select 1 from person where display_name = 'Petra Dal'`);
    expect(rows).toEqual([]);
  });
});
