import { describe, expect, test } from '@jest/globals';
import type { PersonId } from '../../../src/kernel/ids.js';
import { forwardingFor, wouldLoop } from '../../../src/staff/forwarding.js';
import { forwarding, inMinutes, now } from '../../support/people.js';

describe('the forwarding that acts on a call', () => {
  const any = forwarding();
  const external = forwarding({ origin: 'EXTERNAL' });

  test('is the one for the origin of the call before the one for any', () => {
    expect(forwardingFor([any, external], 'UNCONDITIONAL', 'EXTERNAL', now)).toBe(external);
    expect(forwardingFor([any, external], 'UNCONDITIONAL', 'INTERNAL', now)).toBe(any);
  });

  test('is neither an inactive one, nor one whose time is over, nor one of another condition', () => {
    const off = [
      forwarding({ active: false }),
      forwarding({ validUntil: now }),
      forwarding({ condition: 'BUSY' }),
    ];
    expect(forwardingFor(off, 'UNCONDITIONAL', 'EXTERNAL', now)).toBeNull();
    const lasting = forwarding({ validUntil: inMinutes(1) });
    expect(forwardingFor([lasting], 'UNCONDITIONAL', 'EXTERNAL', now)).toBe(lasting);
  });
});

describe('a forwarding loop', () => {
  const id = (n: number) => String(n) as PersonId;

  test('is found however long the way back is, up to the hops that an exchange follows', () => {
    const next = new Map([
      [id(2), [id(3)]],
      [id(3), [id(1)]],
    ]);
    const leadsTo = (at: PersonId) => next.get(at) ?? [];
    expect(wouldLoop(id(1), id(2), leadsTo)).toBe(true);
    expect(wouldLoop(id(4), id(9), leadsTo)).toBe(false);
  });

  test('that already exists elsewhere is survived, and refused to walk into', () => {
    const leadsTo = (at: PersonId) => [at === id(2) ? id(3) : id(2)];
    expect(wouldLoop(id(1), id(2), leadsTo)).toBe(true);
  });
});
