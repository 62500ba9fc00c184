import { BREAK, visit, type DocumentNode } from 'graphql';

const nul = '\u0000';

/**
 * Whether a text of a document or of its variables has the character U+0000. Nothing that is kept can
 * have it (PostgreSQL's text cannot), so that whoever sends it means nobody and nothing.
 */
export function hasNul(document: DocumentNode, variables: unknown): boolean {
  return hasNulIn(variables) || isWritten(document);
}

/** Documents that are asked again are the same objects, which Apollo keeps. */
const known = new WeakMap<DocumentNode, boolean>();

function isWritten(document: DocumentNode): boolean {
  const before = known.get(document);
  if (before !== undefined) return before;
  let found = false;
  visit(document, {
    StringValue: ({ value }) => {
      found ||= value.includes(nul);
      return found ? BREAK : undefined;
    },
  });
  known.set(document, found);
  return found;
}

/** The values alone: a name with it is no field of anything. */
function hasNulIn(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(nul);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNulIn);
}
