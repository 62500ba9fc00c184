import { standsApart } from '../../policy/stream-class.js';
import type { Moved } from '../../store/positions.store.js';
import type { Eyes, LiveEvent } from '../live.js';
import type { Stream } from './stream.js';

/** A moved entry as a stream is told of it. */
type Step = {
  readonly moved: Moved;
  readonly step: 'CHANGED' | 'GONE';
  /** The position at which the entry was last told of before. */
  readonly before: number;
  /** Where a client that has it stands. */
  readonly cursor: string;
};

/** The event of a moved entry, as those with these eyes are told of it. */
export function eventOf(eyes: Eyes, { moved, step, before, cursor }: Step): LiveEvent {
  const { id, position } = moved;
  return step === 'GONE'
    ? { kind: step, cursor, eyes, id }
    : { kind: step, cursor, eyes, id, position, before };
}

/** With whose eyes a stream looks at an entry: those of its class, or the viewer's own where the viewer is more to it. */
export function eyesOn(entry: Moved, { viewer, alone, streamClass, eyes }: Stream): Eyes {
  if (!alone || !standsApart(viewer, streamClass, entry)) return eyes;
  return { ...eyes, viewer, channel: null };
}
