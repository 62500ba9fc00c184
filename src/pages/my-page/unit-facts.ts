import { ask } from '../ask/ask.js';
import { myUnits, unitFacts } from './documents.js';
import type { MyUnitsQuery, UnitFactsQuery } from './schema-types.js';

/** All that is shown of a unit that one leads or answers for. */
export type UnitFacts = Extract<
  NonNullable<UnitFactsQuery['node']>,
  { readonly id: string; readonly name: string }
>;

/** Reads a unit; null for one that is not there for whoever asks. */
export async function readUnit(token: string, id: string): Promise<UnitFacts | null> {
  const { node } = await ask<UnitFactsQuery>(token, unitFacts, { id });
  return node !== null && 'name' in node ? (node as UnitFacts) : null;
}

/** Reads the units that one leads or answers for. */
export async function readMyUnits(token: string): Promise<readonly UnitFacts[]> {
  const { viewer } = await ask<MyUnitsQuery>(token, myUnits);
  return viewer?.units ?? [];
}
