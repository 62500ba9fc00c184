import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { PersonId } from '../../../src/kernel/ids.js';
import { callOrigins, forwardingConditions } from '../../../src/kernel/phone-words.js';
import { maxHops, targetsOf, wouldLoop, type Forwarding } from '../../../src/staff/forwarding.js';
import { leadsOutside } from '../../../src/staff/outside-number.js';
import type { E164 } from '../../../src/staff/phone-number.js';
import { judge } from '../../../src/view/judge.js';
import { project } from '../../../src/view/projection.js';
import { direct, forwarding, hallsberg, laxa, now, person, viewer } from '../../support/people.js';

const id = (n: number) => `p${n}` as PersonId;
const size = 9;
const edge = fc.record({
  from: fc.nat(size - 1),
  to: fc.nat(size - 1),
  condition: fc.constantFrom(...forwardingConditions),
  origin: fc.constantFrom(...callOrigins),
  active: fc.boolean(),
});
type Edge = typeof edge extends fc.Arbitrary<infer T> ? T : never;

/** The forwardings of one person in a graph; the last of a slot stands. */
function forwardingsOf(edges: readonly Edge[], from: number): readonly Forwarding[] {
  const slots = new Map(
    edges
      .filter((one) => one.from === from)
      .map((one) => [
        `${one.condition} ${one.origin}`,
        forwarding({ ...one, target: { kind: 'PERSON', personId: id(one.to) } }),
      ]),
  );
  return [...slots.values()];
}

function nextIn(edges: readonly Edge[], origin: 'INTERNAL' | 'EXTERNAL') {
  return (at: PersonId): readonly PersonId[] =>
    targetsOf(forwardingsOf(edges, Number(at.slice(1))), origin, now).flatMap((target) =>
      target.kind === 'PERSON' ? [target.personId] : [],
    );
}

/** Every walk, one by one, to its end: slow, and without any cleverness. */
function bruteForce(from: PersonId, to: PersonId, next: (at: PersonId) => readonly PersonId[]) {
  const walk = (at: PersonId, hops: number): boolean =>
    at === from || hops > maxHops || next(at).some((one) => walk(one, hops + 1));
  return walk(to, 1);
}

describe('P10: a ring of forwardings', () => {
  test('is found exactly where following every way by hand finds one, or a chain of more than five', () => {
    fc.assert(
      fc.property(
        fc.array(edge, { maxLength: 24 }),
        fc.nat(size - 1),
        fc.nat(size - 1),
        fc.constantFrom('INTERNAL' as const, 'EXTERNAL' as const),
        (edges, from, to, origin) => {
          const next = nextIn(edges, origin);
          expect(wouldLoop(id(from), id(to), next)).toBe(bruteForce(id(from), id(to), next));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('is what a chain of more than five is taken for', () => {
    const next = (at: PersonId) => (at === id(6) ? [] : [id(Number(at.slice(1)) + 1)]);
    expect(wouldLoop(id(9), id(2), next)).toBe(false);
    expect(wouldLoop(id(9), id(1), next)).toBe(true);
  });

  test('is never made by what is accepted, whatever the conditions and in whatever order', () => {
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 40 }), (wishes) => {
        const accepted: Edge[] = [];
        for (const wish of wishes) {
          const all = { ...wish, condition: 'UNCONDITIONAL', origin: 'ANY', active: true } as const;
          const others = accepted.filter((one) => one.from !== wish.from);
          const next = nextIn(others, 'EXTERNAL');
          if (!wouldLoop(id(wish.from), id(wish.to), next)) accepted.push(all);
        }
        for (let start = 0; start < size; start += 1) {
          let reached = nextIn(accepted, 'EXTERNAL')(id(start));
          for (let hop = 0; hop < size; hop += 1)
            reached = reached.flatMap((at) => nextIn(accepted, 'EXTERNAL')(at));
          expect(reached).toEqual([]);
        }
      }),
    );
  });

  test('of a busy telephone and one that does not answer is a ring; behind a forwarding of all calls it is none', () => {
    const busy = { from: 1, to: 2, condition: 'BUSY', origin: 'ANY', active: true } as const;
    const ring: Edge[] = [busy, { ...busy, from: 2, to: 3, condition: 'NO_ANSWER' }];
    expect(wouldLoop(id(3), id(1), nextIn(ring, 'EXTERNAL'))).toBe(true);
    const shadowed: Edge[] = [...ring, { ...busy, from: 2, to: 4, condition: 'UNCONDITIONAL' }];
    expect(wouldLoop(id(3), id(1), nextIn(shadowed, 'EXTERNAL'))).toBe(false);
    const internal: Edge[] = [{ ...busy, origin: 'INTERNAL' }, ...ring.slice(1)];
    expect(wouldLoop(id(3), id(1), nextIn(internal, 'EXTERNAL'))).toBe(false);
    expect(wouldLoop(id(3), id(1), nextIn(internal, 'INTERNAL'))).toBe(true);
  });

  test('that the exchange has is survived at reading: following always ends, and calls nobody by way of it', () => {
    const number = (n: number) => `+4658200${String(n).padStart(4, '0')}` as E164;
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 24 }), (edges) => {
        const people = Array.from({ length: size }, (_, n) =>
          person(`p${n}`, {
            numbers: [{ ...direct, e164: number(n) }],
            forwardings: forwardingsOf(edges, n),
          }),
        );
        const others = new Map(people.map((one) => [one.id, one]));
        const sight = {
          viewer: viewer('OPERATOR'),
          now,
          others,
          managersRead: true,
          internalSeries: [],
        };
        for (const one of people) {
          const asked = new Set<ReturnType<typeof project>>();
          const answer = judge(project(one, sight), { origin: 'EXTERNAL', asked }, null);
          if (answer.rules.includes('FORWARDING_LOOP'))
            expect(answer.connectTo?.e164).toBe(one.numbers[0]?.e164);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('P10: out of the telephone system', () => {
  const all = { condition: 'UNCONDITIONAL', origin: 'ANY' } as const;
  const to = (e164: string | null) => ({ kind: 'NUMBER', e164: e164 as E164 | null }) as const;
  const cooperation = [hallsberg, laxa];

  test('leads a number that is in no series of the cooperation, and nobody here has', () => {
    const leads = (e164: string | null, known = false) =>
      leadsOutside({ ...all, target: to(e164) }, known, cooperation);
    expect(leads('+46701740699')).toBe(true);
    expect(leads('+46701740699', true)).toBe(false);
    expect(leads('+46584009999')).toBe(false);
    expect(leads('+46582009999')).toBe(false);
    expect(leads(null)).toBe(false);
  });

  test('leads no other kind of target, no other condition, and no call from within', () => {
    const target = to('+46701740699');
    for (const kind of ['VOICEMAIL', 'SWITCHBOARD'] as const)
      expect(leadsOutside({ ...all, target: { kind } }, false, cooperation)).toBe(false);
    for (const condition of forwardingConditions)
      for (const origin of callOrigins)
        expect(leadsOutside({ condition, origin, target }, false, cooperation)).toBe(
          condition === 'UNCONDITIONAL' && origin !== 'INTERNAL',
        );
  });
});
