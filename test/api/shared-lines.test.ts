import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { directoryFacts, type DirectoryFacts } from '../support/directory-facts.js';
import { at, textAt } from '../support/json.js';
import { everybody, everyViewer, outsiders } from '../support/viewers.js';

let app: TestApp;
let facts: DirectoryFacts;
let viewers: Readonly<Record<string, string>>;
let id: string;

/** A telephone of Hallsberg's caretakers, which the team shares; Erik Björkman is responsible. */
const line = 'vaktmasteri@hallsberg.test';
const direct = '+46582001296';
const employeeId = '49996';
const erik = 'erik.bjorkman@hallsberg.test';
const anna = 'anna-karin.lindblad@hallsberg.test';
const eva = 'eva.sundin@hallsberg.test';

beforeAll(async () => {
  app = await startTestApp();
  const { data } = await app.ask('operator', `{ person(ref: { email: "${line}" }) { id } }`);
  id = textAt(data, 'person.id');
  facts = await directoryFacts(app.databaseUrl);
  await facts.set(line, `kind = 'SHARED_PHONE', employee_id = '${employeeId}'`);
  viewers = {
    ...(await everyViewer(app)),
    eva: await app.token('employee', '1861', '40116'),
    line: await app.token('employee', '1861', employeeId),
  };
}, 60_000);
afterAll(async () => {
  await facts.close();
  await app.stop();
});
afterEach(async () => {
  await facts.lead(line, erik);
  await facts.level(line, 'OPEN');
});
beforeAll(() => facts.lead(line, erik));

const ask = (who: string, query: string, variables?: Record<string, unknown>) =>
  app.ask(viewers[who] ?? '', query, variables);
const fields =
  '__typename id displayName municipality { code } numbers { kind e164 } ... on SharedLine { unit { name } responsible { displayName title } }';
const search = (query: string, wanted = fields) =>
  `{ searchDirectory(query: "${query}") { edges { node { ... on DirectoryEntry { ${wanted} } } } } }`;
const lookup = (wanted = fields) =>
  `{ lookupNumber(number: "${direct}") { label entry { ${wanted} } reachability { verdict connectTo { e164 } } } }`;
const node = (wanted = fields) => `{ node(id: "${id}") { ... on DirectoryEntry { ${wanted} } } }`;

describe('P16: a shared telephone', () => {
  const shown = () => ({
    __typename: 'SharedLine',
    id,
    displayName: 'Vaktmästeri',
    municipality: { code: '1861' },
    numbers: [{ kind: 'DIRECT', e164: direct }],
    unit: { name: 'Funktioner' },
    responsible: { displayName: 'Erik Björkman', title: 'Kanslichef' },
  });

  test.each(everybody)('is shown to %s, with who is responsible for it', async (who) => {
    expect((await ask(who, node())).data).toEqual({ node: shown() });
    if (who !== 'phoneSystem')
      for (const query of ['vaktmästeri', direct, direct.slice(-5)])
        expect(at((await ask(who, search(query))).data, 'searchDirectory.edges.*.node')).toEqual([
          shown(),
        ]);
    if (who === 'integration') return;
    const { data } = await ask(who, lookup());
    expect(at(data, 'lookupNumber')).toMatchObject({ label: 'Vaktmästeri', entry: shown() });
  });

  test('can be called like anybody, as far as the viewer may know', async () => {
    for (const who of ['operator', 'employeeLaxa', 'phoneSystem']) {
      const { data } = await ask(who, node('reachability { verdict connectTo { e164 } }'));
      expect(at(data, 'node.reachability')).toEqual({
        verdict: 'CONNECT',
        connectTo: { e164: direct },
      });
    }
    const { data } = await ask('integration', node('reachability { verdict }'));
    expect(data).toEqual({ node: { reachability: null } });
  });

  test('is no person: neither by a reference, nor for whoever signs in as one', async () => {
    const names = [
      `id: "${id}"`,
      `email: "${line}"`,
      `employee: { municipalityCode: "1861", employeeId: "${employeeId}" }`,
    ];
    for (const who of ['operator', 'technician', 'officerHallsberg', 'line'])
      for (const name of names)
        expect((await ask(who, `{ person(ref: { ${name} }) { id } }`)).data).toEqual({
          person: null,
        });
    expect((await ask('line', '{ viewer { person { id } } }')).data).toEqual({
      viewer: { person: null },
    });
  });

  test('leads nobody, and nobody is responsible through another telephone', async () => {
    await facts.lead(anna, line);
    const led = `{ person(ref: { email: "${anna}" }) { manager { displayName } } }`;
    expect((await ask('operator', led)).data).toEqual({ person: { manager: null } });
    await facts.lead(anna, null);
    const other = 'trygghetslarm@hallsberg.test';
    await facts.set(other, `kind = 'SHARED_PHONE'`);
    await facts.lead(line, other);
    expect(at((await ask('operator', node())).data, 'node.responsible')).toBeNull();
    await facts.set(other, `kind = 'FUNCTION'`);
  });
});

describe('who is responsible for a shared telephone', () => {
  test.each(outsiders)('is nobody for %s when it is somebody PROTECTED', async (who) => {
    const questions = [node(), search('vaktmästeri'), lookup()];
    await facts.lead(line, null);
    const none: string[] = [];
    for (const question of questions) none.push((await ask(who, question)).text);
    await facts.lead(line, eva);
    for (const [i, question] of questions.entries())
      expect((await ask(who, question)).text).toBe(none[i]);
    expect(none[0]).toContain('"responsible":null');
  });

  test('is told to herself and to the officers of her municipality', async () => {
    await facts.lead(line, eva);
    for (const who of ['eva', 'officerHallsberg'])
      expect(at((await ask(who, node())).data, 'node.responsible.displayName')).toBe('Eva Sundin');
  });
});

describe('a shared telephone', () => {
  test('that is RESTRICTED is under the rules of a RESTRICTED person', async () => {
    await facts.level(line, 'RESTRICTED');
    const numbers = async (who: string) => at((await ask(who, node())).data, 'node.numbers');
    expect(await numbers('employeeHallsberg')).toEqual([
      { kind: 'SWITCHBOARD', e164: '+46582000000' },
    ]);
    expect(await numbers('operator')).toEqual([]);
    expect(await numbers('technician')).toEqual([]);
    const { data } = await ask('phoneSystem', lookup());
    expect(at(data, 'lookupNumber.label')).toBe('Hallsbergs kommun');
  });

  test.each(outsiders)('that is PROTECTED does not exist for %s', async (who) => {
    await facts.level(line, 'PROTECTED');
    expect((await ask(who, node())).data).toEqual({ node: null });
    for (const question of [search('vaktmästeri'), lookup()]) {
      const { text } = await ask(who, question);
      expect(text).not.toContain('Vaktm');
      expect(text).not.toContain('SharedLine');
    }
  });

  test('answers instead of somebody, and takes forwarded calls, as what it is', async () => {
    const entry =
      'entry { __typename displayName ... on SharedLine { responsible { displayName } } }';
    const caretakers = {
      __typename: 'SharedLine',
      displayName: 'Vaktmästeri',
      responsible: { displayName: 'Erik Björkman' },
    };
    const absent = `mutation { setAbsence(input: { person: { email: "${anna}" }, reason: MEETING, referral: { entryId: "${id}" } }) { absence { id referral { kind ${entry} } } person { reachability { verdict connectTo { e164 } alternatives { ${entry} } } } } }`;
    const set = await ask('operator', absent);
    expect(at(set.data, 'setAbsence.absence.referral')).toEqual({
      kind: 'SHARED_LINE',
      entry: caretakers,
    });
    expect(at(set.data, 'setAbsence.person.reachability')).toEqual({
      verdict: 'ANSWERED_BY_OTHER',
      connectTo: { e164: direct },
      alternatives: [{ entry: caretakers }],
    });
    const end = `mutation { endAbsence(input: { id: "${textAt(set.data, 'setAbsence.absence.id')}" }) { userErrors { code } } }`;
    expect((await ask('operator', end)).data).toEqual({ endAbsence: { userErrors: [] } });
    const forward = `mutation { setForwarding(input: { person: { email: "${anna}" }, condition: UNCONDITIONAL, target: { entryId: "${id}" } }) { forwarding { id target { kind ${entry} } } person { reachability { verdict connectTo { e164 } } } } }`;
    const { data } = await ask('operator', forward);
    expect(at(data, 'setForwarding.forwarding.target')).toEqual({
      kind: 'SHARED_LINE',
      entry: caretakers,
    });
    expect(at(data, 'setForwarding.person.reachability')).toEqual({
      verdict: 'CONNECT_ALTERNATIVE',
      connectTo: { e164: direct },
    });
    await facts.level(line, 'PROTECTED');
    const hidden = `{ person(ref: { email: "${anna}" }) { forwardings { id } reachability { verdict connectTo { e164 } } } }`;
    expect((await ask('operator', hidden)).data).toEqual({
      person: {
        forwardings: [],
        reachability: { verdict: 'CONNECT', connectTo: { e164: '+46582001234' } },
      },
    });
    const clear = `mutation { clearForwarding(input: { id: "${textAt(data, 'setForwarding.forwarding.id')}" }) { userErrors { code } } }`;
    await facts.level(line, 'OPEN');
    expect((await ask('operator', clear)).data).toEqual({ clearForwarding: { userErrors: [] } });
  });

  test('is forwarded by operators: the answer has the forwarding, and no person', async () => {
    const forward = `mutation { setForwarding(input: { person: { id: "${id}" }, condition: UNCONDITIONAL, target: { number: "+46582001234" } }) { forwarding { id target { kind } } person { id } userErrors { code } } }`;
    const { data } = await ask('operator', forward);
    expect(at(data, 'setForwarding')).toEqual({
      forwarding: { id: expect.any(String), target: { kind: 'PERSON' } },
      person: null,
      userErrors: [],
    });
    const forwarding = textAt(data, 'setForwarding.forwarding.id');
    const read = await ask('operator', node('reachability { connectTo { e164 } }'));
    expect(at(read.data, 'node.reachability.connectTo.e164')).toBe('+46582001234');
    const by = await ask('operator', `{ node(id: "${forwarding}") { __typename id } }`);
    expect(by.data).toEqual({ node: { __typename: 'Forwarding', id: forwarding } });
    const clear = `mutation { clearForwarding(input: { id: "${forwarding}" }) { person { id } userErrors { code } } }`;
    expect((await ask('operator', clear)).data).toEqual({
      clearForwarding: { person: null, userErrors: [] },
    });
  });
});
