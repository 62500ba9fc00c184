import { ask } from '../ask/ask.js';
import { whoAmI } from './documents.js';
import type { WhoAmIQuery } from './schema-types.js';

/** Who has signed in. */
export type Who = NonNullable<WhoAmIQuery['viewer']>;

/** Asks whose token it is. Throws `AskError`, UNAUTHENTICATED among others. */
export async function whoIs(token: string): Promise<Who> {
  const { viewer } = await ask<WhoAmIQuery>(token, whoAmI);
  if (!viewer) throw new Error('Nobody.');
  return viewer;
}
