import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  annaMail,
  annas,
  annasMobile,
  desiree,
  evas,
  johansson,
  nobodys,
  outside,
  startForwardings,
  type ForwardingsTest,
  type Report,
} from '../support/forwardings.js';
import { at } from '../support/json.js';

let on: ForwardingsTest;

beforeAll(async () => {
  on = await startForwardings();
}, 60_000);
afterAll(() => on.stop());
beforeEach(() => on.forget());

describe('P18: a forwarding that the telephone system reports', () => {
  test('is what operators see of the person, with its source and instant, and leaves no trail', async () => {
    const report = { number: annas, target: { number: outside } };
    expect(await on.send([report])).toEqual({ accepted: true, acceptedCount: 1, userErrors: [] });
    expect(await on.seen()).toMatchObject([
      {
        condition: 'UNCONDITIONAL',
        origin: 'ANY',
        layer: 'PBX',
        active: true,
        source: 'PHONE_SYSTEM',
        observedAt: on.app.clock.now().toISOString(),
        target: { kind: 'NUMBER', number: outside, entry: null },
      },
    ]);
    expect(await on.answer()).toMatchObject({
      verdict: 'CONNECT_ALTERNATIVE',
      connectTo: { e164: outside },
    });
    expect(await on.recorded()).toEqual([]);
  });

  test('to a number or an extension of somebody leads to that person', async () => {
    await on.send([
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
    const targets = (await on.seen()).map((one) => [one['condition'], one['target']]);
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
      await on.send([{ number: annas, target }]);
      const [{ target: shown } = {}] = await on.seen();
      return { shown, answer: await on.answer() };
    };
    const hidden = await to({ number: evas });
    expect(JSON.stringify(hidden).replaceAll(evas, nobodys)).toEqual(
      JSON.stringify(await to({ number: nobodys })),
    );
    await on.db.query(`update directory_number set extension = '9252' where e164 = $1`, [evas]);
    const byExtension = await to({ extension: '9252' });
    expect(byExtension).toEqual(await to({ extension: '9999' }));
    expect(byExtension.shown).toEqual({ kind: 'NUMBER', number: null, entry: null });
    expect(byExtension.answer).toMatchObject({ connectTo: null });
    await on.db.query(`update directory_number set extension = null where e164 = $1`, [evas]);
  });

  test('that is registered and not active is kept, and sends no call anywhere', async () => {
    await on.send([{ number: annas, target: { number: outside }, active: false }]);
    expect(await on.seen()).toMatchObject([{ active: false, target: { number: outside } }]);
    expect(await on.answer()).toMatchObject({ verdict: 'CONNECT', connectTo: { e164: annas } });
    await on.send([{ number: annas, active: false }]);
    expect(await on.seen()).toEqual([]);
  });

  test('that is late or repeated is dropped, each slot for itself; a removal counts too', async () => {
    const told = (reportSeq: number, target: Report | null, more: Report = {}) =>
      on.send([
        { number: annas, reportSeq: String(reportSeq), target, active: target !== null, ...more },
      ]);
    await told(100, { number: outside });
    await told(100, { voicemail: true });
    await told(99, { voicemail: true });
    expect(await on.seen()).toMatchObject([{ target: { kind: 'NUMBER' }, version: '1' }]);
    await told(5, { voicemail: true }, { origin: 'INTERNAL' });
    expect(await on.seen()).toHaveLength(2);
    await told(102, null);
    await told(101, { number: outside });
    expect(await on.seen()).toMatchObject([{ origin: 'INTERNAL' }]);
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
          await on.db.query('truncate forwarding, phone_report');
          // A sequence says one thing only, however often it is said.
          const meaning = new Map(told);
          for (const [one] of told) {
            const target = targets[meaning.get(one) ?? 3] ?? null;
            await on.send([
              { number: annas, reportSeq: String(one), target, active: target !== null },
            ]);
          }
          const last = targets[meaning.get(Math.max(...meaning.keys())) ?? 3];
          const kinds = (await on.seen()).map((one) => at(one, 'target.kind'));
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
    await on.send([
      { number: annas, target: { number: outside } },
      { number: desiree, target: { voicemail: true } },
    ]);
    await on.send([{ number: annasMobile, target: { voicemail: true } }], mobile);
    await on.forward(on.anna, { target: { voicemail: true } });
    on.app.clock.advance(1);
    await on.send([{ number: desiree, target: { voicemail: true } }], { full: true });
    expect((await on.seen()).map(({ layer }) => layer)).toEqual(['DIRECTORY', 'MOBILE_NETWORK']);
    expect(await on.seen('desiree.holm@hallsberg.test')).toHaveLength(1);
    // An exchange that was started anew counts from the beginning, and says everything first.
    on.app.clock.advance(1);
    await on.send([{ number: desiree, target: { switchboard: true }, reportSeq: '1' }], {
      full: true,
    });
    expect(await on.seen('desiree.holm@hallsberg.test')).toMatchObject([
      { target: { kind: 'SWITCHBOARD' } },
    ]);
    await on.send([], { full: true, dialPlan: 'elsewhere.test' });
    expect(await on.seen('desiree.holm@hallsberg.test')).toHaveLength(1);
    on.app.clock.advance(1);
    await on.send([], { full: true });
    expect(await on.seen('desiree.holm@hallsberg.test')).toEqual([]);
  });

  test('goes before what somebody had set here in its layer, and that is recorded', async () => {
    await on.forward(on.anna, { layer: 'PBX', target: { voicemail: true } });
    await on.db.query('truncate audit_entry');
    await on.send([{ number: annas, target: { number: johansson } }]);
    expect(await on.seen()).toMatchObject([{ source: 'PHONE_SYSTEM', target: { kind: 'PERSON' } }]);
    expect(await on.recorded()).toEqual([
      {
        action: 'CLEAR_FORWARDING',
        actor: expect.stringMatching(/^key:/),
        roles: 'PHONE_SYSTEM_KEY',
      },
    ]);
  });

  test('in a ring is kept, survived, and shown to nobody as a number to call', async () => {
    await on.send([
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
    for (const [email, own] of ring) expect(await on.answer(email)).toMatchObject(passedOver(own));
    await on.send([{ number: annas, target: { number: annas } }]);
    expect(await on.answer()).toMatchObject(passedOver(annas));
    expect(await on.seen()).toHaveLength(1);
  });

  test('is received in the same way for numbers that are known, unknown and hidden', async () => {
    const numbers = [annas, nobodys, evas];
    expect(
      await on.send(numbers.map((number) => ({ number, target: { voicemail: true } }))),
    ).toEqual({
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
    expect(await on.send([right, { target: { voicemail: true }, ...wrong }])).toEqual({
      accepted: false,
      acceptedCount: 0,
      userErrors: [{ code: 'INVALID', field: ['input', 'forwardings', '1', ...path] }],
    });
    expect(await on.seen()).toEqual([]);
  });

  test('is refused for the layer that is kept here, beyond 500, and from anybody else', async () => {
    expect(await on.send([], { layer: 'DIRECTORY' })).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', 'layer'] }],
    });
    const many = Array.from({ length: 501 }, () => ({ number: annas, active: false }));
    expect(await on.send(many)).toMatchObject({
      userErrors: [{ code: 'LIMIT', field: ['input', 'forwardings'] }],
    });
    for (const who of ['operator', 'technician', 'intranetHallsberg', 'integration', on.anna])
      expect(await on.send([], {}, who)).toMatch(/"code":"FORBIDDEN"/);
  });
});
