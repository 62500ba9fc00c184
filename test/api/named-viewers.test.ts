import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId, type PersonId } from '../../src/kernel/ids.js';
import { PeopleView } from '../../src/view/people.view.js';
import { SetAbsence } from '../../src/changes/set-absence.js';
import { NamedViewersStore } from '../../src/store/named-viewers.store.js';
import { auditFact } from '../support/audit-fact.js';
import { hallsberg, viewer } from '../support/people.js';
import { at, textAt } from '../support/json.js';
import { personUuid, startLevels, type LevelsTest } from '../support/levels.js';

let levels: LevelsTest;
/** Eva Sundin, PROTECTED by her directory. */
let personId: string;
let eva: string;

beforeAll(async () => {
  levels = await startLevels();
  personId = await levels.id('eva.sundin');
  eva = await levels.app.token('employee', '1861', '40116');
}, 60_000);
afterAll(() => levels.stop());

const change = async (who: string, name: string, uid: string, different: object = {}) => {
  const viewerId = await levels.id(uid);
  const input = { personId, viewerId, caseReference: 'KS 2026-9', ...different };
  return levels.change(who, name, input);
};
const name = (who: string, uid: string, different?: object) =>
  change(who, 'nameViewer', uid, different);
const remove = (who: string, uid: string) => change(who, 'removeNamedViewer', uid);

const namesSeen = async (who: string, id = personId) => {
  const ask = 'query ($id: ID!) { person(ref: { id: $id }) { namedViewers { displayName } } }';
  const { data } = await levels.app.ask(who, ask, { id });
  return at(data, 'person.namedViewers.*.displayName');
};

/** A colleague of Hallsberg who is named for whomever the database says. */
const named = async (uid: string) => {
  const own = personUuid(await levels.id(uid));
  const { rows } = await levels.db.query<{ id: PersonId }>(
    'select person_id as id from named_viewer where viewer_id = $1',
    [own],
  );
  const all = new Set(rows.map(({ id }) => id));
  const relations = { personId: own, named: all, actor: `token:${uid}` };
  return viewer('EMPLOYEE', { municipality: hallsberg.code, ...relations });
};

describe('an officer', () => {
  test('names a colleague, who may then see the PROTECTED person, and nobody else may', async () => {
    const view = levels.app.app.get(PeopleView, { strict: false });
    const id = personUuid(personId);
    expect(await view.byId(await named('desiree.holm'), id)).toBeNull();
    expect(await name(levels.first, 'desiree.holm')).toEqual({});
    const seen = await view.byId(await named('desiree.holm'), id);
    expect(seen?.displayName).toBe('Eva Sundin');
    expect(seen?.numbers.map(({ kind }) => kind)).toEqual(['DIRECT', 'MOBILE']);
    // Who else may see her, and how she appears to others, is for her and the officers.
    expect([seen?.namedViewers(), seen?.presentation, seen?.alias]).toEqual([[], null, null]);
    expect(await view.byId(await named('jakob.wester'), id)).toBeNull();
    expect(await levels.audited('NAME_VIEWER', 'eva.sundin')).toEqual(['KS 2026-9: namedViewers']);
  });

  test('sees who is named, as the person does', async () => {
    expect(await namesSeen(levels.second)).toEqual(['Désirée Holm']);
    expect(await namesSeen(eva)).toEqual(['Désirée Holm']);
    expect(await namesSeen(levels.elsewhere)).toBeUndefined();
    const open = await levels.id('desiree.holm');
    expect(await namesSeen('operator', open)).toEqual([]);
  });

  test('names the same one twice without harm, and takes a name back once', async () => {
    expect(await name(levels.second, 'desiree.holm')).toEqual({});
    expect(await namesSeen(levels.first)).toEqual(['Désirée Holm']);
    expect(await remove(levels.second, 'desiree.holm')).toEqual({});
    expect(await namesSeen(levels.first)).toEqual([]);
    expect(await remove(levels.second, 'desiree.holm')).toEqual(['NOT_FOUND input.viewerId']);
    expect(await levels.audited('NAME_VIEWER', 'eva.sundin')).toHaveLength(1);
    expect(await levels.audited('REMOVE_VIEWER', 'eva.sundin')).toEqual([
      'KS 2026-9: namedViewers',
    ]);
  });

  test('says which case it is about', async () => {
    for (const caseReference of ['', 'x'.repeat(101)])
      expect(await name(levels.first, 'jakob.wester', { caseReference })).toEqual([
        'INVALID input.caseReference',
      ]);
  });

  test('names nobody of another municipality, nobody who does not exist, and not the person', async () => {
    const find = '{ person(ref: { email: "pia.svard@laxa.test" }) { id } }';
    const pia = textAt((await levels.app.ask('operator', find)).data, 'person.id');
    const missing = globalId('PERSON', '00000000-0000-4000-8000-000000000000');
    for (const viewerId of [pia, missing, personId])
      expect(await name(levels.first, 'jakob.wester', { viewerId })).toEqual([
        'NOT_FOUND input.viewerId',
      ]);
  });

  test('names at most 20 for one person', async () => {
    const { rows } = await levels.db.query<{ id: string }>(
      `select p.id from person p join person_local l on l.person_id = p.id
        where p.municipality_code = '1861' and p.kind = 'EMPLOYEE' and l.protection_level = 'OPEN'
        order by p.id limit 21`,
    );
    const answers = [];
    for (const { id } of rows)
      answers.push(await name(levels.first, 'eva.sundin', { viewerId: globalId('PERSON', id) }));
    expect(answers.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => ({})));
    expect(answers[20]).toEqual(['LIMIT input.viewerId']);
  });
});

describe('nobody else', () => {
  test('names, and another municipality has no such person', async () => {
    const employee = await levels.app.token('employee', '1861', '40103');
    for (const who of ['operator', 'technician', employee, eva])
      expect(await name(who, 'jakob.wester')).toEqual(['FORBIDDEN']);
    expect(await name(levels.elsewhere, 'jakob.wester')).toEqual(['NOT_FOUND input.personId']);
  });

  test('is named for somebody who is not PROTECTED', async () => {
    const open = { personId: await levels.id('filip.aronsson') };
    expect(await name(levels.first, 'jakob.wester', open)).toEqual(['NOT_ALLOWED input.personId']);
    // Nor if the level was lowered after it had been looked at.
    const store = levels.app.app.get(NamedViewersStore, { strict: false });
    const at = levels.app.clock.now();
    const [lowered, viewerId] = [personUuid(open.personId), await levels.id('jakob.wester')];
    const who = { actor: 'token:officer', municipality: hallsberg.code, at };
    const wish = { personId: lowered, viewerId: personUuid(viewerId), ...who };
    expect(await store.add(wish, auditFact({ at }))).toBe('NOT_PROTECTED');
  });
});

describe('somebody who is named', () => {
  test('may see, but not make the person a stand-in or change anything', async () => {
    const changes = levels.app.app.get(SetAbsence, { strict: false });
    const id = personUuid(personId);
    await levels.db.query('delete from named_viewer');
    await name(levels.first, 'jakob.wester');
    const jakob = await named('jakob.wester');
    const absence = {
      id: null,
      reason: 'MEETING' as const,
      startsAt: null,
      endsAt: null,
      openEnded: false,
      recurrence: null,
      endsAtPrecision: 'EXACT' as const,
      phoneRings: null,
      note: null,
      referral: null,
      expectedVersion: null,
    };
    const own = { ...absence, person: { kind: 'ID', id: jakob.personId ?? id } as const };
    expect(
      await changes.carryOut(jakob, { ...own, referral: { kind: 'PERSON', personId: id } }),
    ).toMatchObject({
      errors: [{ code: 'NOT_FOUND', field: ['input', 'referral'] }],
    });
    const hers = { ...absence, person: { kind: 'ID', id } as const };
    expect(await changes.carryOut(jakob, hers)).toMatchObject({
      errors: [{ code: 'NOT_ALLOWED' }],
    });
  });

  test('is so no longer when the person is lowered, and not again when raised', async () => {
    await levels.protect(levels.first, 'setProtection', 'ronja.kvist', 'PROTECTED');
    const ronja = { personId: await levels.id('ronja.kvist') };
    expect(await name(levels.first, 'jakob.wester', ronja)).toEqual({});
    await levels.protect(levels.first, 'setProtection', 'ronja.kvist', 'OPEN');
    expect((await named('jakob.wester')).named.size).toBe(2);
    await levels.protect(levels.second, 'confirmProtection', 'ronja.kvist', 'OPEN');
    expect((await named('jakob.wester')).named).toEqual(new Set([personUuid(personId)]));
  });

  test('is so no longer after leaving', async () => {
    await name(levels.first, 'tuva.hage');
    await levels.app.changeDirectory('1861', (text) =>
      text
        .split('\n\n')
        .filter((record) => !record.includes('\nuid: tuva.hage\n'))
        .join('\n\n'),
    );
    await levels.app.sync('1861');
    expect((await named('tuva.hage')).named.size).toBe(1);
    levels.app.clock.advance(7 * 3600);
    await levels.app.sync('1861');
    expect((await named('tuva.hage')).named.size).toBe(0);
    expect((await named('jakob.wester')).named.size).toBe(1);
  });

  test('sees nobody who has left, even while the name still stands', async () => {
    const view = levels.app.app.get(PeopleView, { strict: false });
    const id = personUuid(personId);
    const jakob = await named('jakob.wester');
    expect((await view.byId(jakob, id))?.displayName).toBe('Eva Sundin');
    const employ = (employment: string) =>
      levels.db.query(
        `update person set employment = $2, left_at = case when $2 = 'ACTIVE' then null else $3::timestamptz end
          where id = $1`,
        [id, employment, levels.app.clock.now()],
      );
    await employ('LEFT');
    expect(await view.byId(jakob, id)).toBeNull();
    await employ('ACTIVE');
  });
});
