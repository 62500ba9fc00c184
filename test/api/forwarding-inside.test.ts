import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { globalId } from '../../src/kernel/ids.js';
import {
  annas,
  annasMobile,
  everyRow,
  johansson,
  nobodys,
  outside,
  startForwardings,
  type ForwardingsTest,
} from '../support/forwardings.js';
import { at } from '../support/json.js';
import { settingsIn, type SettingsTest } from '../support/settings.js';

let on: ForwardingsTest;
let settings: SettingsTest;

beforeAll(async () => {
  on = await startForwardings();
  settings = settingsIn(on.app, await on.app.token('officer', '1861'));
}, 60_000);
afterAll(() => on.stop());
beforeEach(() => on.forget());

describe('P10: a forwarding that is set here', () => {
  const conditions = ['UNCONDITIONAL', 'BUSY', 'NO_ANSWER', 'NOT_REACHABLE', 'DO_NOT_DISTURB'];
  const origins = ['ANY', 'INTERNAL', 'EXTERNAL'];
  const layers = ['PBX', 'MOBILE_NETWORK', 'DIRECTORY'];

  test('has one slot for each layer, origin and condition', async () => {
    for (const layer of layers)
      for (const origin of origins)
        for (const condition of conditions) {
          const input = { layer, origin, condition, target: { voicemail: true } };
          expect(await on.forward(on.anna, input)).toMatchObject({
            forwarding: {
              layer,
              origin,
              condition,
              source: 'SELF',
              active: true,
              noAnswerSeconds: condition === 'NO_ANSWER' ? 20 : null,
            },
            userErrors: [],
          });
        }
    expect(await on.seen()).toHaveLength(layers.length * origins.length * conditions.length);
  }, 30_000);

  test('makes no ring, of whatever conditions, and no chain of more than five', async () => {
    const { rows } = await on.db.query(
      `select p.id from person p join person_local l on l.person_id = p.id
        where p.municipality_code = '1861' and p.employment = 'ACTIVE' and l.protection_level = 'OPEN'
        order by p.sort_key limit 8`,
    );
    const ids = (rows as { id: string }[]).map(({ id }) => globalId('PERSON', id));
    const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = ''] = ids;
    const lead = async (from: string, to: string, condition: string) => {
      const outcome = await on.forward('operator', {
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
    expect(await on.forward(on.anna, abroad)).toMatchObject({ userErrors: [] });
    await on.db.query('truncate forwarding');
    await on.absent();
    for (const who of [on.anna, 'operator']) {
      expect(await on.forward(who, abroad)).toEqual(refusal);
      expect(await on.forward(who, { ...abroad, origin: 'EXTERNAL' })).toEqual(refusal);
    }
    expect(await on.seen()).toEqual([]);
    for (const inside of [
      { number: annasMobile },
      { number: johansson },
      { number: nobodys },
      { voicemail: true },
      { switchboard: true },
    ])
      expect(await on.forward(on.anna, { target: inside })).toMatchObject({ userErrors: [] });
    expect(await on.forward(on.anna, { ...abroad, condition: 'BUSY' })).toMatchObject({
      userErrors: [],
    });
    expect(await on.forward(on.anna, { ...abroad, origin: 'INTERNAL' })).toMatchObject({
      userErrors: [],
    });
  });

  test('out of the telephone system by a technician is refused always: who is absent is not told', async () => {
    const here = await on.forward('technician', abroad);
    await on.absent();
    expect(await on.forward('technician', abroad)).toEqual(here);
    expect(here).toEqual(refusal);
  });

  test('is allowed out where the municipality has said so, and nowhere else', async () => {
    await on.absent();
    await settings.set({ outsideForwarding: true });
    expect(await settings.of('1861')).toMatchObject({ outsideForwarding: true });
    expect(await on.forward(on.anna, abroad)).toMatchObject({ userErrors: [] });
    expect(await on.forward('technician', abroad)).toMatchObject({ userErrors: [] });
    const elsewhere = { person: { email: 'birgitta.hallen@askersund.test' } };
    expect(await on.forward('technician', { ...elsewhere, ...abroad })).toEqual(refusal);
    await settings.set({ outsideForwarding: false });
    expect(
      await on.forward(on.anna, { ...abroad, condition: 'UNCONDITIONAL', validUntil: null }),
    ).toEqual(refusal);
  });

  test('that stood before an absence stays, and does not cover it', async () => {
    await on.forward(on.anna, abroad);
    expect(await on.absent()).toEqual({ absence: { cover: 'NONE' }, userErrors: [] });
    expect(await on.seen()).toHaveLength(1);
  });

  test('of a RESTRICTED person is under the same rule', async () => {
    const samira = { person: { email: 'samira.haddad@hallsberg.test' } };
    expect(await on.forward('technician', { ...samira, ...abroad })).toEqual(refusal);
    await on.absent('samira.haddad@hallsberg.test');
    expect(await on.forward('operator', { ...samira, ...abroad })).toEqual(refusal);
  });
});

test('P22: a report that carries the other end, a direction or a history is accepted without them', async () => {
  const secret = { remoteNumber: '+46701740688', direction: 'INCOMING-4711', since: '1999-09-09' };
  const lines = [
    {
      number: annas,
      status: 'IN_CALL',
      reportSeq: '1',
      observedAt: on.app.clock.now().toISOString(),
      ...secret,
    },
  ];
  const written: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0),
  );
  try {
    const asked = await on.app.ask(
      'phoneSystem',
      'mutation ($input: ReportLinesInput!) { reportLines(input: $input) { accepted } }',
      { input: { dialPlan: 'sydnarke.test', lines } },
    );
    expect(asked.text.trim()).toBe('{"data":{"reportLines":{"accepted":true}}}');
    expect(
      await on.send([{ number: annas, target: { voicemail: true }, ...secret }]),
    ).toMatchObject({
      accepted: true,
    });
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  expect(await on.seen()).toHaveLength(1);
  const kept = await everyRow(on.db);
  expect(kept.length).toBeGreaterThan(100);
  for (const value of Object.values(secret)) {
    expect(kept.filter((row) => row.includes(value))).toEqual([]);
    expect(written.join('')).not.toContain(value);
  }
});
