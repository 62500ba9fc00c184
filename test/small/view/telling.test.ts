import { describe, expect, test } from '@jest/globals';
import type { MunicipalityCode, PersonId } from '../../../src/kernel/ids.js';
import { streamClassOf } from '../../../src/policy/stream-class.js';
import type { Moved } from '../../../src/store/positions.store.js';
import type { OthersAsked } from '../../../src/view/live.js';
import { EventQueue } from '../../../src/view/live/event-queue.js';
import { LastTold } from '../../../src/view/live/last-told.js';
import { watchedBy } from '../../../src/view/live/step.js';
import type { Stream } from '../../../src/view/live/stream.js';
import { Telling } from '../../../src/view/live/telling.js';
import { viewer } from '../../support/people.js';

const filter = { municipalityCodes: null, entryIds: null };
const operator = viewer('OPERATOR');
const nothing = { findByEmail: [], findByEmployeeId: [], findByDirect: [], findByMobile: [] };

/** A stream of an operator who sees Hallsberg. */
function stream(from: number, others: OthersAsked | null = null): Stream {
  const streamClass = streamClassOf(operator);
  return {
    request: {
      identify: async () => ({ viewer: operator, expired: () => false }),
      filter,
      others,
      after: null,
      cut: () => undefined,
    },
    queue: new EventQueue(),
    viewer: operator,
    alone: false,
    expired: () => false,
    streamClass,
    eyes: { viewer: streamClass.viewer, filter, channel: 'all', recorded: false },
    context: 'all',
    watched: watchedBy({ people: ['OPEN:1861'], known: [], ...nothing }, filter),
    from,
    stuckSince: null,
    markedAt: 0,
  };
}
const moved = (id: string, position: number): Moved => ({
  id: id as PersonId,
  municipality: '1861' as MunicipalityCode,
  position,
  cell: 'OPEN:1861',
  leftFrom: {},
  unitId: null,
  managerId: null,
});
const last = { own: new LastTold(), others: new LastTold() };
const telling = (common: readonly Moved[] = [], known = last) =>
  new Telling(
    { after: 10, to: 12, moved: [moved('a', 11), moved('b', 12)], resets: [], rights: false },
    { common, special: new Map() },
    known,
    (position) => `at ${position}`,
  );
const cursors = (told: ReturnType<Telling['moved']>) => told.map(({ event }) => event.cursor);

describe('some changes', () => {
  test('are the very same events for all who are told the same', () => {
    const one = telling();
    const [first, second] = [one.moved(stream(0)), one.moved(stream(5))];
    expect(first.map(({ id, since }) => [id, since])).toEqual([
      ['a', 11],
      ['b', 12],
    ]);
    expect(second.every(({ event }, i) => event === first[i]?.event)).toBe(true);
  });

  test('are told from where a stream began, and then whatever they look like', () => {
    const told = telling().moved(stream(11));
    expect(told.map(({ id, since }) => [id, since])).toEqual([['b', 0]]);
  });

  test('know when each entry was last told of', () => {
    const known = { own: new LastTold(), others: new LastTold() };
    known.own.note([moved('a', 7)], []);
    const [a, b] = telling([], known).moved(stream(0));
    expect([a?.event, b?.event]).toMatchObject([{ before: 7 }, { before: 0 }]);
    expect(telling([], known).moved(stream(0))[0]?.event).toMatchObject({ before: 11 });
  });
});

describe('those of whom something else is shown', () => {
  const dependents = [moved('c', 11), moved('d', 12)];
  const asking = stream(0, { managers: 0 });

  test('are told to whoever asks for that, some at a time', () => {
    const one = telling(dependents);
    expect(one.dependent(stream(0), 0, 10)).toEqual([]);
    expect(one.dependent(asking, 0, 1).map(({ id }) => id)).toEqual(['c']);
    expect(one.dependent(asking, 1, 1).map(({ id }) => id)).toEqual(['d']);
  });

  test('leave a client before the changes until all of them have been told', () => {
    const one = telling(dependents);
    expect(cursors(one.moved(asking))).toEqual(['at 10', 'at 10']);
    expect(cursors(one.dependent(asking, 0, 2))).toEqual(['at 10', 'at 10']);
    expect(cursors(one.moved(stream(0)))).toEqual(['at 11', 'at 12']);
    expect(cursors(telling([]).moved(asking))).toEqual(['at 11', 'at 12']);
  });
});
