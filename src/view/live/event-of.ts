import type { Moved } from '../../store/positions.store.js';
import type { LiveEvent } from '../live.js';
import type { Stream } from './stream.js';

/** The event of a moved entry for a stream: read with the eyes of its class, or with the viewer's own where the entry stands apart. */
export function eventOf(
  { viewer, streamClass, context }: Pick<Stream, 'viewer' | 'streamClass' | 'context'>,
  { id, position }: Moved,
  kind: 'CHANGED' | 'GONE',
  apart: boolean,
  cursor: string,
): LiveEvent {
  if (kind === 'GONE') return { kind, cursor, id };
  const as = apart ? viewer : streamClass.viewer;
  return { kind, cursor, id, position, as, channel: apart ? null : context };
}
