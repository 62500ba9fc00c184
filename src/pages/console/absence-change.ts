import { ask } from '../ask/ask.js';
import type { Refusal } from '../words/refusals.js';
import type { Content } from './absence-draft.js';
import { endAbsence, setAbsence } from './documents.js';
import type { CardAbsence } from './entry.js';
import { keptReferral } from './referral-pick.js';
import type {
  AbsenceReason,
  EndAbsenceMutation,
  SetAbsenceInput,
  SetAbsenceMutation,
} from './schema-types.js';

/** Reports an absence, or changes one; gives why that was refused. */
export async function sendAbsence(token: string, input: SetAbsenceInput): Promise<Refusal | null> {
  const { setAbsence: answer } = await ask<SetAbsenceMutation>(token, setAbsence, { input });
  return answer.userErrors[0] ?? null;
}

/**
 * Sets an absence from now on; gives why that was refused. One that runs already is ended by it, and keeps whoever answers instead unless somebody
 * was chosen: were it changed, it would have begun long ago, and all of it that repeats would be changed with it.
 */
export async function replaceAbsence(
  token: string,
  personId: string,
  running: CardAbsence | null,
  absence: Content & { readonly reason: AbsenceReason },
): Promise<Refusal | null> {
  const { referral: chosen, ...rest } = absence;
  const kept = running && keptReferral(running);
  const referral = chosen === null ? kept : chosen.input;
  const refusal = await sendAbsence(token, { person: { id: personId }, ...rest, referral });
  return refusal ?? (running && endAbsenceOf(token, running));
}

/** Whoever was absent is back, or what was planned does not come about; of what repeats, this time only. */
export async function endAbsenceOf(
  token: string,
  { id, version }: CardAbsence,
): Promise<Refusal | null> {
  const input = { id, expectedVersion: version };
  const { endAbsence: answer } = await ask<EndAbsenceMutation>(token, endAbsence, { input });
  return answer.userErrors[0] ?? null;
}
