import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Worlds } from '../worlds.js';
import { proveStreams, type Part, type StreamProof } from './prove-streams.js';
import { unaware } from './restricted.js';
import { blindIn, leaksIn, type Outcome } from './watched-worlds.js';

/** The tests of a part of the proof, in worlds that have been started by then. */
export function describeStreams(worlds: () => Worlds, part: Part): void {
  describe('who watches a world with a PROTECTED person is told the same, in the same order, as in one without', () => {
    let proof: StreamProof;
    beforeAll(async () => {
      proof = await proveStreams(worlds(), part);
    }, 3_600_000);

    /** Nobody is told of somebody hidden, and of somebody OPEN everybody is. */
    const holds = (outcomes: readonly Outcome[]) => {
      expect(outcomes.length).toBeGreaterThan(0);
      expect(leaksIn(outcomes).slice(0, 5)).toEqual([]);
      expect(blindIn(outcomes)).toEqual([]);
    };

    test('when the person’s own facts change', () => holds(proof.own));

    test('when the person’s absence, forwardings, lines and presence change', () =>
      holds(proof.live));

    test('when time alone changes the person', () => holds(proof.time));

    test('when the person becomes anything to others, or is it no more', () => holds(proof.ties));

    if (part.asked !== null) {
      test('when two changes of the person come at once', () => holds(proof.atOnce));

      test('when clients ask for changes that are about the person, or lead there', () => {
        expect(leaksIn(proof.asked).slice(0, 5)).toEqual([]);
        expect(proof.asked.length).toBeGreaterThan(100);
      });
    }

    test('and who may not watch is refused in every world alike', () => {
      const [hidden, ...others] = proof.refused;
      for (const refused of others) expect(refused).toEqual(hidden);
      expect(hidden?.map(([viewer]) => viewer)).toEqual(expect.arrayContaining(['integration']));
      for (const [viewer, answer] of hidden ?? [])
        expect([viewer, answer]).toEqual([
          expect.stringMatching(/^integration/),
          expect.stringContaining('FORBIDDEN'),
        ]);
    });

    test('whoever becomes PROTECTED is gone once, for everybody, and nothing is told after', () => {
      for (const { viewer, open } of proof.rise) {
        const [gone = '', ...rest] = open;
        expect([viewer, gone]).toEqual([
          viewer,
          expect.stringMatching(/^\{"__typename":"EntryGone"/),
        ]);
        // Others look otherwise without the person: they are told of, and nothing of the person.
        expect(rest.filter((event) => /EntryGone|Resync|Rut Sandahl/.test(event))).toEqual([]);
      }
      const closed = proof.after.map((outcome) => ({ ...outcome, hidden: outcome.open }));
      expect(leaksIn(closed).slice(0, 5)).toEqual([]);
    });

    test('what is hidden of somebody RESTRICTED makes no difference to those who may not know it', () => {
      const others = proof.restricted.filter(({ viewer }) => unaware.includes(viewer));
      expect(others.length).toBeGreaterThan(0);
      holds(others);
      const operators = proof.restricted.filter(({ viewer }) => viewer === 'operator');
      expect(leaksIn(operators).length).toBeGreaterThan(0);
    });
  });
}
