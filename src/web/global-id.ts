import { AppError } from '../kernel/app-error.js';
import {
  parseGlobalId,
  type ContactRequestId,
  type IdOf,
  type NodeKind,
  type NodeRef,
} from '../kernel/ids.js';

/** Any global id. Throws BAD_USER_INPUT when the text is none. */
export function anyId(text: string, argument: string): NodeRef {
  const ref = parseGlobalId(text);
  if (ref === null)
    throw new AppError('BAD_USER_INPUT', `"${argument}" is not an id of this system.`);
  return ref;
}

/** The id of one kind of object. Throws BAD_USER_INPUT for an id of another kind. */
export function idOf<K extends NodeKind>(kind: K, text: string, argument: string): IdOf[K] {
  const ref = anyId(text, argument);
  if (ref.kind !== kind)
    throw new AppError(
      'BAD_USER_INPUT',
      `"${argument}" is the id of a ${ref.kind.toLowerCase()}, where that of a ${kind.toLowerCase()} belongs.`,
    );
  return ref.id as IdOf[K];
}

/** The same, where the id may be left out. */
export function idOrNull<K extends NodeKind>(
  kind: K,
  text: string | null | undefined,
  argument: string,
): IdOf[K] | null {
  if (!text) return null;
  return idOf(kind, text, argument);
}

/** The ids of one kind of object, each once. Throws BAD_USER_INPUT for one of another kind. */
export function idsOf<K extends NodeKind>(
  kind: K,
  texts: readonly string[],
  argument: string,
): readonly IdOf[K][] {
  return [...new Set(texts)].map((text) => idOf(kind, text, argument));
}

/** The id of a contact request, which only its list gives: a UUID. Throws BAD_USER_INPUT when the text is none. */
export function contactRequestId(text: string): ContactRequestId {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text))
    throw new AppError('BAD_USER_INPUT', '"id" is not that of a contact request.');
  return text as ContactRequestId;
}
