import type { StreamEvent } from './answers.js';
import type { Entry } from './entry-fields.js';

/** What is known of everybody that the viewer may see, by id. */
export type Picture<E extends Entry> = ReadonlyMap<string, E>;

/** What became different: entries that are new or other than they were, and ids of those to be forgotten. */
export type PictureChange<E extends Entry> = {
  readonly changed: readonly E[];
  readonly gone: readonly string[];
};

/** An event that alters a picture. */
export type PictureEvent<E extends Entry> = Extract<
  StreamEvent<E>,
  { readonly kind: 'EntryChanged' | 'EntryGone' }
>;

/** Puts an event into a picture, and says what it made different. The same event again makes nothing different. */
export function applyEvent<E extends Entry>(
  picture: Map<string, E>,
  event: PictureEvent<E>,
): PictureChange<E> {
  if (event.kind === 'EntryGone')
    return { changed: [], gone: picture.delete(event.id) ? [event.id] : [] };
  const { entry } = event;
  const before = picture.get(entry.id);
  picture.set(entry.id, entry);
  return { changed: isSame(before, entry) ? [] : [entry], gone: [] };
}

/** Makes a picture what was listed, all at once, and says what that made different. */
export function replacePicture<E extends Entry>(
  picture: Map<string, E>,
  listed: Picture<E>,
): PictureChange<E> {
  const gone = [...picture.keys()].filter((id) => !listed.has(id));
  const changed = [...listed.values()].filter((entry) => !isSame(picture.get(entry.id), entry));
  picture.clear();
  for (const [id, entry] of listed) picture.set(id, entry);
  return { changed, gone };
}

/** Whether anything is different at all. */
export function isChange<E extends Entry>({ changed, gone }: PictureChange<E>): boolean {
  return changed.length > 0 || gone.length > 0;
}

/** Answers to one question have their fields in one order, so that their texts can be compared. */
function isSame<E>(one: E | undefined, other: E): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}
