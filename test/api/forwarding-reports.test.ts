import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { globalId } from '../../src/kernel/ids.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt } from '../support/json.js';
import { carryOut } from '../support/matrix/carry-out.js';
import { settingsIn, type SettingsTest } from '../support/settings.js';

let app: TestApp;
let db: Client;
let anna: string;
let settings: SettingsTest;
let seq = 0;
const annaMail = 'anna-karin.lindblad@hallsberg.test';
const [annas, annasMobile] = ['+46582001234', '+46701740680'];
const desiree = '+46582001235';
const johansson = '+46582001271';
/** Eva Sundin's, who is PROTECTED, and a number that nobody has. */
const [evas, nobodys] = ['+46582001252', '+46582009999'];
const outside = '+46701740699';

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  anna = await app.token('employee', '1861', '40103');
  const { data } = await app.ask(
    'technician',
    `{ person(ref: { email: "${annaMail}" }) { version } }`,
  );
  await carryOut(app, 'technician', 'setNumbers', {
    person: { email: annaMail },
    mobile: annasMobile,
    expectedVersion: textAt(data, 'person.version'),
  });
  settings = settingsIn(app, await app.token('officer', '1861'));
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});
beforeEach(async () => {
  await db.query('truncate forwarding, phone_report, absence, audit_entry');
});

type Report = Record<string, unknown>;
const query =
  'mutation ($input: ReportForwardingsInput!) { reportForwardings(input: $input) { accepted acceptedCount userErrors { code field } } }';

async function send(forwardings: readonly Report[], more: Report = {}, who = 'phoneSystem') {
  const usual = { condition: 'UNCONDITIONAL', active: true };
  const input = {
    dialPlan: 'sydnarke.test',
    layer: 'PBX',
    forwardings: forwardings.map((one) => {
      seq += 1;
      const observedAt = app.clock.now().toISOString();
      return { ...usual, observedAt, reportSeq: String(seq), ...one };
    }),
    ...more,
  };
  const { data, text } = await app.ask(who, query, { input });
  return at(data, 'reportForwardings') ?? text;
}

const fields =
  'id condition origin layer active noAnswerSeconds source observedAt version target { kind number entry { displayName } }';

async function seen(email = annaMail, who = 'operator') {
  const { data } = await app.ask(
    who,
    `{ person(ref: { email: "${email}" }) { forwardings { ${fields} } } }`,
  );
  return at(data, 'person.forwardings') as readonly Report[];
}

async function answer(email = annaMail) {
  const asked = `{ person(ref: { email: "${email}" }) { reachability { verdict connectTo { e164 } trace } } }`;
  return at((await app.ask('operator', asked)).data, 'person.reachability');
}

async function forward(who: string, input: Report) {
  const mutation = `mutation ($input: SetForwardingInput!) { setForwarding(input: $input) { forwarding { ${fields} } userErrors { code field message } } }`;
  const all = { person: { email: annaMail }, condition: 'UNCONDITIONAL', ...input };
  const { data, text } = await app.ask(who, mutation, { input: all });
  return at(data, 'setForwarding') ?? text;
}

async function absent(email = annaMail) {
  const mutation = `mutation { setAbsence(input: { person: { email: "${email}" }, reason: MEETING }) { absence { cover } userErrors { code } } }`;
  const { data } = await app.ask('operator', mutation);
  return at(data, 'setAbsence');
}

const recorded = async () =>
  (await db.query('select action, actor, roles from audit_entry order by id')).rows;

describe('P18: a forwarding that the telephone system reports', () => {
  test('is what operators see of the person, with its source and instant, and leaves no trail', async () => {
    const report = { number: annas, target: { number: outside } };
    expect(await send([report])).toEqual({ accepted: true, acceptedCount: 1, userErrors: [] });
    expect(await seen()).toMatchObject([
      {
        condition: 'UNCONDITIONAL',
        origin: 'ANY',
        layer: 'PBX',
        active: true,
        source: 'PHONE_SYSTEM',
        observedAt: app.clock.now().toISOString(),
        target: { kind: 'NUMBER', number: outside, entry: null },
      },
    ]);
    expect(await answer()).toMatchObject({
      verdict: 'CONNECT_ALTERNATIVE',
      connectTo: { e164: outside },
    });
    expect(await recorded()).toEqual([]);
  });

  test('to a number or an extension of somebody leads to that person', async () => {
    await send([
      { number: annas, target: { number: johansson } },
      { number: annas, condition: 'BUSY', target: { extension: '3101' } },
      {
        number: annas,
        condition: 'NO_ANSWER',
        noAnswerSeconds: 15,
        target: { number: annasMobile },
      },
      { number: annas, condition: 'NOT_REACHABLE', target: { voicemail: true } },
      { number: annas, condition: 'DO_NOT_DISTURB', target: { switchboard: true } },
    ]);
    const targets = (await seen()).map((one) => [one['condition'], one['target']]);
    expect(Object.fromEntries(targets)).toEqual({
      UNCONDITIONAL: { kind: 'PERSON', number: null, entry: { displayName: 'Anna Johansson' } },
      BUSY: { kind: 'PERSON', number: null, entry: { displayName: 'Birgitta Hallén' } },
      NO_ANSWER: { kind: 'NUMBER', number: annasMobile, entry: null },
      NOT_REACHABLE: { kind: 'VOICEMAIL', number: null, entry: null },
      DO_NOT_DISTURB: { kind: 'SWITCHBOARD', number: null, entry: null },
    });
  });

  test('to somebody PROTECTED is as one to a number that nobody has', async () => {
    const to = async (target: Report) => {
      await send([{ number: annas, target }]);
      const [{ target: shown } = {}] = await seen();
      return { shown, answer: await answer() };
    };
    const hidden = await to({ number: evas });
    expect(JSON.stringify(hidden).replaceAll(evas, nobodys)).toEqual(
      JSON.stringify(await to({ number: nobodys })),
    );
    await db.query(`update directory_number set extension = '9252' where e164 = $1`, [evas]);
    const byExtension = await to({ extension: '9252' });
    expect(byExtension).toEqual(await to({ extension: '9999' }));
    expect(byExtension.shown).toEqual({ kind: 'NUMBER', number: null, entry: null });
    expect(byExtension.answer).toMatchObject({ connectTo: null });
    await db.query(`update directory_number set extension = null where e164 = $1`, [evas]);
  });

  test('that is registered and not active is kept, and sends no call anywhere', async () => {
    await send([{ number: annas, target: { number: outside }, active: false }]);
    expect(await seen()).toMatchObject([{ active: false, target: { number: outside } }]);
    expect(await answer()).toMatchObject({ verdict: 'CONNECT', connectTo: { e164: annas } });
    await send([{ number: annas, active: false }]);
    expect(await seen()).toEqual([]);
  });

  test('that is late or repeated is dropped, each slot for itself; a removal counts too', async () => {
    const told = (reportSeq: number, target: Report | null, more: Report = {}) =>
      send([
        { number: annas, reportSeq: String(reportSeq), target, active: target !== null, ...more },
      ]);
    await told(100, { number: outside });
    await told(100, { voicemail: true });
    await told(99, { voicemail: true });
    expect(await seen()).toMatchObject([{ target: { kind: 'NUMBER' }, version: '1' }]);
    await told(5, { voicemail: true }, { origin: 'INTERNAL' });
    expect(await seen()).toHaveLength(2);
    await told(102, null);
    await told(101, { number: outside });
    expect(await seen()).toMatchObject([{ origin: 'INTERNAL' }]);
  });

  test('comes out the same in whatever order, and however often, the reports arrive', async () => {
    const targets = [{ number: outside }, { voicemail: true }, { switchboard: true }, null];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(3)), {
          minLength: 1,
          maxLength: 8,
        }),
        async (told) => {
          await db.query('truncate forwarding, phone_report');
          // A sequence says one thing only, however often it is said.
          const meaning = new Map(told);
          for (const [one] of told) {
            const target = targets[meaning.get(one) ?? 3] ?? null;
            await send([
              { number: annas, reportSeq: String(one), target, active: target !== null },
            ]);
          }
          const last = targets[meaning.get(Math.max(...meaning.keys())) ?? 3];
          const kinds = (await seen()).map((one) => at(one, 'target.kind'));
          expect(kinds).toEqual(last ? [kindOf(last)] : []);
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  const kindOf = (target: Report) =>
    'number' in target ? 'NUMBER' : 'voicemail' in target ? 'VOICEMAIL' : 'SWITCHBOARD';

  test('of everything says that what it does not name is gone, in that layer and dial plan', async () => {
    const mobile = { layer: 'MOBILE_NETWORK' };
    await send([
      { number: annas, target: { number: outside } },
      { number: desiree, target: { voicemail: true } },
    ]);
    await send([{ number: annasMobile, target: { voicemail: true } }], mobile);
    await forward(anna, { target: { voicemail: true } });
    app.clock.advance(1);
    await send([{ number: desiree, target: { voicemail: true } }], { full: true });
    expect((await seen()).map(({ layer }) => layer).toSorted()).toEqual([
      'DIRECTORY',
      'MOBILE_NETWORK',
    ]);
    expect(await seen('desiree.holm@hallsberg.test')).toHaveLength(1);
    // An exchange that was started anew counts from the beginning, and says everything first.
    app.clock.advance(1);
    await send([{ number: desiree, target: { switchboard: true }, reportSeq: '1' }], {
      full: true,
    });
    expect(await seen('desiree.holm@hallsberg.test')).toMatchObject([
      { target: { kind: 'SWITCHBOARD' } },
    ]);
    await send([], { full: true, dialPlan: 'elsewhere.test' });
    expect(await seen('desiree.holm@hallsberg.test')).toHaveLength(1);
    app.clock.advance(1);
    await send([], { full: true });
    expect(await seen('desiree.holm@hallsberg.test')).toEqual([]);
  });

  test('goes before what somebody had set here in its layer, and that is recorded', async () => {
    await forward(anna, { layer: 'PBX', target: { voicemail: true } });
    await db.query('truncate audit_entry');
    await send([{ number: annas, target: { number: johansson } }]);
    expect(await seen()).toMatchObject([{ source: 'PHONE_SYSTEM', target: { kind: 'PERSON' } }]);
    expect(await recorded()).toEqual([
      {
        action: 'CLEAR_FORWARDING',
        actor: expect.stringMatching(/^key:/),
        roles: 'PHONE_SYSTEM_KEY',
      },
    ]);
  });

  test('in a ring is kept, survived, and shown to nobody as a number to call', async () => {
    await send([
      { number: annas, target: { number: desiree } },
      { number: desiree, target: { number: johansson } },
      { number: johansson, target: { number: annas } },
    ]);
    const ring = [
      [annaMail, annas],
      ['desiree.holm@hallsberg.test', desiree],
      ['anna.johansson2@hallsberg.test', johansson],
    ] as const;
    // It is passed over: nobody is called by way of it.
    const passedOver = (e164: string) => ({
      connectTo: { e164 },
      trace: ['FORWARDING_LOOP', expect.anything()],
    });
    for (const [email, own] of ring) expect(await answer(email)).toMatchObject(passedOver(own));
    await send([{ number: annas, target: { number: annas } }]);
    expect(await answer()).toMatchObject(passedOver(annas));
    expect(await seen()).toHaveLength(1);
  });

  test('is received in the same way for numbers that are known, unknown and hidden', async () => {
    const numbers = [annas, nobodys, evas];
    expect(await send(numbers.map((number) => ({ number, target: { voicemail: true } })))).toEqual({
      accepted: true,
      acceptedCount: 3,
      userErrors: [],
    });
  });

  test.each<[string, Report, string[]]>([
    ['without a number or an extension', {}, []],
    ['with both', { number: annas, extension: '1234' }, []],
    ['with a sequence that is none', { number: annas, reportSeq: 'one' }, ['reportSeq']],
    ['that is active and leads nowhere', { number: annas, target: null }, ['target']],
    ['with seconds out of place', { number: annas, noAnswerSeconds: 20 }, ['noAnswerSeconds']],
    [
      'with too many seconds',
      { number: annas, condition: 'NO_ANSWER', noAnswerSeconds: 90 },
      ['noAnswerSeconds'],
    ],
    [
      'to an id of the directory',
      { number: annas, target: { entryId: 'A_MW4F_oSU-JuZiG7DrKQNY' } },
      ['target'],
    ],
  ])('%s refuses the whole batch', async (_, wrong, path) => {
    const right = { number: annas, target: { voicemail: true } };
    expect(await send([right, { target: { voicemail: true }, ...wrong }])).toEqual({
      accepted: false,
      acceptedCount: 0,
      userErrors: [{ code: 'INVALID', field: ['input', 'forwardings', '1', ...path] }],
    });
    expect(await seen()).toEqual([]);
  });

  test('is refused for the layer that is kept here, beyond 500, and from anybody else', async () => {
    expect(await send([], { layer: 'DIRECTORY' })).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', 'layer'] }],
    });
    const many = Array.from({ length: 501 }, () => ({ number: annas, active: false }));
    expect(await send(many)).toMatchObject({
      userErrors: [{ code: 'LIMIT', field: ['input', 'forwardings'] }],
    });
    for (const who of ['operator', 'technician', 'intranetHallsberg', 'integration', anna])
      expect(await send([], {}, who)).toMatch(/"code":"FORBIDDEN"/);
  });
});

test('P22: a report that carries the other end, a direction or a history is accepted without them', async () => {
  const secret = { remoteNumber: '+46701740688', direction: 'INCOMING-4711', since: '1999-09-09' };
  const lines = [
    {
      number: annas,
      status: 'IN_CALL',
      reportSeq: '1',
      observedAt: app.clock.now().toISOString(),
      ...secret,
    },
  ];
  const written: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0),
  );
  try {
    const asked = await app.ask(
      'phoneSystem',
      'mutation ($input: ReportLinesInput!) { reportLines(input: $input) { accepted } }',
      { input: { dialPlan: 'sydnarke.test', lines } },
    );
    expect(asked.text.trim()).toBe('{"data":{"reportLines":{"accepted":true}}}');
    expect(await send([{ number: annas, target: { voicemail: true }, ...secret }])).toMatchObject({
      accepted: true,
    });
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  expect(await seen()).toHaveLength(1);
  const { rows } = await db.query(
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const kept: string[] = [];
  for (const { table_name: table } of rows as { table_name: string }[])
    kept.push(
      ...(await db.query(`select to_jsonb(t)::text as row from "${table}" t`)).rows.map(({ row }) =>
        String(row),
      ),
    );
  expect(kept.length).toBeGreaterThan(100);
  for (const value of Object.values(secret)) {
    expect(kept.filter((row) => row.includes(value))).toEqual([]);
    expect(written.join('')).not.toContain(value);
  }
});

describe('P10: a forwarding that is set here', () => {
  const conditions = ['UNCONDITIONAL', 'BUSY', 'NO_ANSWER', 'NOT_REACHABLE', 'DO_NOT_DISTURB'];
  const origins = ['ANY', 'INTERNAL', 'EXTERNAL'];
  const layers = ['PBX', 'MOBILE_NETWORK', 'DIRECTORY'];

  test('has one slot for each layer, origin and condition', async () => {
    for (const layer of layers)
      for (const origin of origins)
        for (const condition of conditions) {
          const input = { layer, origin, condition, target: { voicemail: true } };
          expect(await forward(anna, input)).toMatchObject({
            forwarding: {
              ...{ layer, origin, condition, source: 'SELF', active: true },
              noAnswerSeconds: condition === 'NO_ANSWER' ? 20 : null,
            },
            userErrors: [],
          });
        }
    expect(await seen()).toHaveLength(layers.length * origins.length * conditions.length);
  }, 30_000);

  test('makes no ring, of whatever conditions, and no chain of more than five', async () => {
    const { rows } = await db.query(
      `select p.id from person p join person_local l on l.person_id = p.id
        where p.municipality_code = '1861' and p.employment = 'ACTIVE' and l.protection_level = 'OPEN'
        order by p.sort_key limit 8`,
    );
    const ids = (rows as { id: string }[]).map(({ id }) => globalId('PERSON', id));
    const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = ''] = ids;
    const lead = async (from: string, to: string, condition: string) => {
      const outcome = await forward('operator', {
        person: { id: from },
        condition,
        target: { entryId: to },
      });
      return (at(outcome, 'userErrors.*.code') as readonly string[])[0] ?? 'set';
    };
    expect(await lead(a, b, 'BUSY')).toBe('set');
    expect(await lead(b, c, 'UNCONDITIONAL')).toBe('set');
    expect(await lead(c, a, 'NO_ANSWER')).toBe('LOOP');
    expect(await lead(c, d, 'NOT_REACHABLE')).toBe('set');
    expect(await lead(d, e, 'UNCONDITIONAL')).toBe('set');
    expect(await lead(e, f, 'UNCONDITIONAL')).toBe('set');
    // From a to f there are five; one more in front is one too many, and so is one behind it.
    expect(await lead(h, a, 'DO_NOT_DISTURB')).toBe('LOOP');
    expect(await lead(h, b, 'DO_NOT_DISTURB')).toBe('set');
    expect(await lead(g, h, 'BUSY')).toBe('LOOP');
  });

  const abroad = { target: { number: outside } };
  const refusal = {
    forwarding: null,
    userErrors: [
      {
        code: 'NUMBER_NOT_ALLOWED',
        field: ['input', 'target'],
        message: expect.stringContaining(
          'Vid frånvaro används hänvisning, telefonsvarare eller intern vidarekoppling',
        ),
      },
    ],
  };

  test('out of the telephone system is refused while the person is absent, with the reason', async () => {
    expect(await forward(anna, abroad)).toMatchObject({ userErrors: [] });
    await db.query('truncate forwarding');
    await absent();
    for (const who of [anna, 'operator']) {
      expect(await forward(who, abroad)).toEqual(refusal);
      expect(await forward(who, { ...abroad, origin: 'EXTERNAL' })).toEqual(refusal);
    }
    expect(await seen()).toEqual([]);
    for (const inside of [
      { number: annasMobile },
      { number: johansson },
      { number: nobodys },
      { voicemail: true },
      { switchboard: true },
    ])
      expect(await forward(anna, { target: inside })).toMatchObject({ userErrors: [] });
    expect(await forward(anna, { ...abroad, condition: 'BUSY' })).toMatchObject({ userErrors: [] });
    expect(await forward(anna, { ...abroad, origin: 'INTERNAL' })).toMatchObject({
      userErrors: [],
    });
  });

  test('out of the telephone system by a technician is refused always: who is absent is not told', async () => {
    const here = await forward('technician', abroad);
    await absent();
    expect(await forward('technician', abroad)).toEqual(here);
    expect(here).toEqual(refusal);
  });

  test('is allowed out where the municipality has said so, and nowhere else', async () => {
    await absent();
    await settings.set({ outsideForwarding: true });
    expect(await settings.of('1861')).toMatchObject({ outsideForwarding: true });
    expect(await forward(anna, abroad)).toMatchObject({ userErrors: [] });
    expect(await forward('technician', abroad)).toMatchObject({ userErrors: [] });
    const elsewhere = { person: { email: 'birgitta.hallen@askersund.test' } };
    expect(await forward('technician', { ...elsewhere, ...abroad })).toEqual(refusal);
    await settings.set({ outsideForwarding: false });
    expect(
      await forward(anna, { ...abroad, condition: 'UNCONDITIONAL', validUntil: null }),
    ).toEqual(refusal);
  });

  test('that stood before an absence stays, and does not cover it', async () => {
    await forward(anna, abroad);
    expect(await absent()).toEqual({ absence: { cover: 'NONE' }, userErrors: [] });
    expect(await seen()).toHaveLength(1);
  });

  test('of a RESTRICTED person is under the same rule', async () => {
    const samira = { person: { email: 'samira.haddad@hallsberg.test' } };
    expect(await forward('technician', { ...samira, ...abroad })).toEqual(refusal);
    await absent('samira.haddad@hallsberg.test');
    expect(await forward('operator', { ...samira, ...abroad })).toEqual(refusal);
  });
});
