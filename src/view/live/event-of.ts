import { standsApart } from '../../policy/stream-class.js';
import type { Moved } from '../../store/positions.store.js';
import type { LiveEvent } from '../live.js';
import type { Stream } from './stream.js';

/**
 * The event of a moved entry for a stream: the very same one for all of the same class and filter, kept in `made`,
 * but for those to whom the entry is more than to the class.
 */
export function eventOf(
  { viewer, streamClass, context }: Stream,
  moved: Moved,
  kind: 'CHANGED' | 'GONE',
  made: Map<string, LiveEvent>,
  cursorAt: (position: number) => string,
): LiveEvent {
  const { id, position } = moved;
  const apart = standsApart(viewer, streamClass, moved);
  const name = `${kind} ${id} ${context}`;
  const known = apart ? undefined : made.get(name);
  if (known) return known;
  const cursor = cursorAt(position);
  if (kind === 'GONE') {
    const gone: LiveEvent = { kind, cursor, id };
    if (!apart) made.set(name, gone);
    return gone;
  }
  const as = apart ? viewer : streamClass.viewer;
  const event: LiveEvent = { kind, cursor, id, position, as, channel: apart ? null : context };
  if (!apart) made.set(name, event);
  return event;
}
