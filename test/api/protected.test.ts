import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Viewer } from '../../src/kernel/viewer.js';
import { reachOf } from '../../src/policy/reach.js';
import { MunicipalitiesStore } from '../../src/store/municipalities.store.js';
import { PeopleStore } from '../../src/store/people.store.js';
import { at, textAt } from '../support/json.js';
import { viewer } from '../support/people.js';

let app: TestApp;
/** Each viewer of the issue, by what the tests call it. */
const viewers: Record<string, string> = {};

beforeAll(async () => {
  app = await startTestApp();
  Object.assign(viewers, app.keys, {
    employeeHallsberg: await app.token('employee', '1861'),
    employeeLaxa: await app.token('employee', '1860'),
    officerHallsberg: await app.token('officer', '1861'),
    officerLaxa: await app.token('officer', '1860'),
    officerErik: await app.token('officer', '1861', '40102'),
    eva: await app.token('employee', '1861', '40116'),
    josefin: await app.token('employee', '1861', '40124'),
  });
}, 60_000);
afterAll(() => app.stop());

const ask = (who: string, query: string, variables?: Record<string, unknown>) =>
  app.ask(viewers[who] ?? '', query, variables);

/** The names of those to whom somebody's calls may be referred, as they are read for a viewer. */
async function ledFrom(who: Viewer, email: string): Promise<readonly string[]> {
  const people = app.app.get(PeopleStore, { strict: false });
  const reach = reachOf(who, app.app.get(MunicipalitiesStore, { strict: false }).codes());
  const id = await people.find(reach, { kind: 'EMAIL', email });
  const led = id && (await people.undisclosedReferredFrom(reach, [id], app.clock.now(), false));
  return (led || []).map(({ displayName }) => displayName).toSorted();
}

/** Eva Sundin: PROTECTED, in Hallsberg, manager of others, with a direct and a mobile number. */
const eva = {
  email: 'eva.sundin@hallsberg.test',
  direct: '+46582001252',
  mobile: '+46701740634',
  employeeId: '40116',
};
/** Nobody: what Eva has to look like. */
const nobody = {
  email: 'eva.sundberg@hallsberg.test',
  direct: '+46582009252',
  mobile: '+46701740694',
  employeeId: '49116',
};
const outsiders = [
  'operator',
  'technician',
  'employeeHallsberg',
  'employeeLaxa',
  'officerLaxa',
  'intranetHallsberg',
  'intranetLaxa',
  'phoneSystem',
  'integration',
  'josefin',
];
const fields =
  'id displayName ... on Person { title email numbers { kind e164 } protectionLevel presence { availability } }';

/** Every way in this schema to ask for somebody. */
function questions(who: typeof eva): readonly string[] {
  const search = (query: string) =>
    `{ searchDirectory(query: "${query}", first: 100) { edges { node { ... on DirectoryEntry { ${fields} } } } pageInfo { hasNextPage } } }`;
  const byEmployee = `{ employee: { municipalityCode: "1861", employeeId: "${who.employeeId}" } }`;
  return [
    `{ person(ref: { email: "${who.email}" }) { ${fields} } }`,
    `{ person(ref: ${byEmployee}) { ${fields} } }`,
    `{ lookupNumber(number: "${who.direct}") { label entry { ${fields} } } }`,
    `{ lookupNumber(number: "${who.mobile}") { label entry { ${fields} } } }`,
    search(who.email),
    search(who.direct),
    search(who.mobile),
    search(who.direct.slice(-6)),
  ];
}

describe('a PROTECTED person', () => {
  test('is found by the officers of the own municipality, by herself, and so by the tests', async () => {
    for (const who of ['officerHallsberg', 'eva']) {
      const { data } = await ask(who, `{ person(ref: { email: "${eva.email}" }) { ${fields} } }`);
      expect(at(data, 'person.displayName')).toBe('Eva Sundin');
      expect(at(data, 'person.protectionLevel')).toBe('PROTECTED');
    }
  });

  test.each(outsiders)(
    'answers %s as somebody who does not exist, whatever is asked',
    async (who) => {
      const [real, none] = [questions(eva), questions(nobody)];
      for (const [i, question] of real.entries()) {
        const answer = await ask(who, question);
        const blank = await ask(who, none[i] ?? '');
        const asNobody = (text: string, they: typeof eva) =>
          text.replaceAll(they.direct, '#').replaceAll(they.mobile, '#');
        expect(asNobody(answer.text, eva)).toBe(asNobody(blank.text, nobody));
        expect(answer.text).not.toContain('Sundin');
        expect(answer.status).toBe(blank.status);
      }
    },
  );

  test.each(outsiders)('is not among the hits of her name for %s', async (who) => {
    const { text } = await ask(
      who,
      '{ searchDirectory(query: "sundin", first: 100) { edges { node { displayName } } } }',
    );
    expect(text).not.toContain('Eva');
  });

  test('has an id that is no id of anybody to those who learn it', async () => {
    const own = await ask('eva', '{ viewer { person { id } } }');
    const id = textAt(own.data, 'viewer.person.id');
    for (const who of outsiders) {
      const { data } = await ask(
        who,
        'query ($id: ID!) { node(id: $id) { id } person(ref: { id: $id }) { id } }',
        { id },
      );
      expect(data).toEqual({ node: null, person: null });
    }
  });

  test('is not to be changed by those for whom she does not exist, and they are told the same as of nobody', async () => {
    const change = (email: string) =>
      `mutation { setAbsence(input: { person: { email: "${email}" }, reason: LUNCH }) { person { id } userErrors { code message field } } }`;
    for (const who of ['operator', 'employeeHallsberg', 'josefin'])
      expect((await ask(who, change(eva.email))).text).toBe(
        (await ask(who, change(nobody.email))).text,
      );
  });

  test('as a stand-in or a target of others is hidden with the reference', async () => {
    const { data } = await ask('eva', '{ viewer { person { id } } }');
    const evaId = textAt(data, 'viewer.person.id');
    const absent = `mutation ($id: ID!) { setAbsence(input: { person: { email: "josefin.arman@hallsberg.test" }, reason: MEETING, referral: { entryId: $id } }) { userErrors { code field } } }`;
    const answer = await ask('operator', absent, { id: evaId });
    expect(at(answer.data, 'setAbsence.userErrors')).toEqual([
      { code: 'NOT_FOUND', field: ['input', 'referral'] },
    ]);
    const forward = `mutation ($id: ID!) { setForwarding(input: { person: { email: "josefin.arman@hallsberg.test" }, condition: UNCONDITIONAL, target: { entryId: $id } }) { userErrors { code field } } }`;
    const refused = await ask('operator', forward, { id: evaId });
    expect(at(refused.data, 'setForwarding.userErrors')).toEqual([
      { code: 'NOT_FOUND', field: ['input', 'target'] },
    ]);
  });

  test("is nobody's stand-in or target, not even by those who can see her", async () => {
    const own = await ask('eva', '{ viewer { person { id } } }');
    const id = textAt(own.data, 'viewer.person.id');
    const erik = 'person: { email: "erik.bjorkman@hallsberg.test" }';
    const stand = `mutation ($id: ID!) { setAbsence(input: { ${erik}, reason: MEETING, referral: { entryId: $id } }) { userErrors { code } } }`;
    const forward = `mutation ($id: ID!) { setForwarding(input: { ${erik}, condition: UNCONDITIONAL, target: { entryId: $id } }) { userErrors { code } } }`;
    const see = await ask('officerErik', 'query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(see.data).toEqual({ node: { id } });
    for (const change of [stand, forward]) {
      const { data } = await ask('officerErik', change, { id });
      expect(
        at(data, `${change === stand ? 'setAbsence' : 'setForwarding'}.userErrors.*.code`),
      ).toEqual(['NOT_FOUND']);
    }
  });

  test('who becomes one is gone at once, with the references of others to her', async () => {
    const find = '{ person(ref: { email: "anna-karin.lindblad@hallsberg.test" }) { id version } }';
    const officer = await ask('officerHallsberg', find);
    const id = textAt(officer.data, 'person.id');
    const version = textAt(officer.data, 'person.version');
    const stand = `mutation ($id: ID!) { setAbsence(input: { person: { email: "mattias.lovgren@hallsberg.test" }, reason: MEETING, referral: { entryId: $id } }) { absence { referral { entry { displayName } } } userErrors { code } } }`;
    const before = await ask('operator', stand, { id });
    expect(at(before.data, 'setAbsence.absence.referral.entry.displayName')).toBe(
      'Anna-Karin Lindblad',
    );
    const forward = `mutation ($id: ID!) { setForwarding(input: { person: { email: "erik.bjorkman@hallsberg.test" }, condition: UNCONDITIONAL, target: { entryId: $id } }) { forwarding { target { entry { displayName } } } userErrors { code } } }`;
    const forwarded = await ask('operator', forward, { id });
    expect(at(forwarded.data, 'setForwarding.forwarding.target.entry.displayName')).toBe(
      'Anna-Karin Lindblad',
    );
    // Her own stand-in, to whom nobody is led by somebody who cannot see her.
    const erik = textAt(
      (await ask('operator', '{ person(ref: { email: "erik.bjorkman@hallsberg.test" }) { id } }'))
        .data,
      'person.id',
    );
    const behind = stand.replace('mattias.lovgren', 'anna-karin.lindblad');
    expect(at((await ask('operator', behind, { id: erik })).data, 'setAbsence.userErrors')).toEqual(
      [],
    );
    const mattias = 'mattias.lovgren@hallsberg.test';
    expect(await ledFrom(viewer('OPERATOR'), mattias)).toEqual([
      'Anna-Karin Lindblad',
      'Erik Björkman',
    ]);
    const raise = `mutation ($id: ID!, $version: String!, $level: ProtectionLevel!) { setProtection(input: { personId: $id, level: $level, caseReference: "KS 2026-117", expectedVersion: $version }) { person { protectionLevel version } userErrors { code field } } }`;
    const raised = await ask('officerHallsberg', raise, { id, version, level: 'PROTECTED' });
    expect(at(raised.data, 'setProtection.person.protectionLevel')).toBe('PROTECTED');
    expect((await ask('operator', find)).data).toEqual({ person: null });
    expect(await ledFrom(viewer('OPERATOR'), mattias)).toEqual([]);
    const referring =
      '{ person(ref: { email: "mattias.lovgren@hallsberg.test" }) { currentAbsence { referral { entry { displayName } } } reachability { alternatives { rank } phrase } } }';
    const after = await ask('operator', referring);
    expect(at(after.data, 'person.currentAbsence.referral')).toBeNull();
    expect(at(after.data, 'person.reachability.alternatives')).toEqual([]);
    expect(after.text).not.toContain('Lindblad');
    const forwarding =
      '{ person(ref: { email: "erik.bjorkman@hallsberg.test" }) { forwardings { condition target { kind } } reachability { verdict trace } } }';
    for (const who of ['operator', 'technician', 'phoneSystem'])
      expect(at((await ask(who, forwarding)).data, 'person.forwardings')).toEqual(
        who === 'phoneSystem' ? undefined : [],
      );
    expect(at((await ask('operator', forwarding)).data, 'person.reachability.trace')).toEqual([
      'DESK_UNKNOWN',
    ]);
    const newer = textAt(raised.data, 'setProtection.person.version');
    const lowered = await ask('officerHallsberg', raise, { id, version: newer, level: 'OPEN' });
    expect(at(lowered.data, 'setProtection.userErrors.*.code')).toEqual(['NOT_ALLOWED']);
  });
});
