import type { AbsenceWords } from './absence-words.js';
import type { CardAbsence, Hit } from './entry.js';
import { isKept } from './card-state.js';
import type { ReferralInput } from './schema-types.js';

/** Somebody who can be chosen to answer instead; null input is nobody. */
export type ReferralPick = {
  readonly label: string;
  readonly input: ReferralInput | null;
  /** The hit that it was, to be shown with it. */
  readonly hit: Hit | null;
};

/** Who answers instead, as it is reported; null when nobody does, or nobody whom the operator may see. */
export function keptReferral({ referral }: CardAbsence): ReferralInput | null {
  switch (referral?.kind) {
    case 'PERSON':
    case 'SHARED_LINE':
      return referral.entry && { entryId: referral.entry.id };
    case 'ANSWER_GROUP':
      return referral.unit && { answerGroupOf: referral.unit.id };
    case 'SWITCHBOARD':
      return { switchboard: true };
    case 'VOICEMAIL':
      return { voicemail: true };
    case 'NUMBER':
    case undefined:
      return null;
  }
}

/** The same by name; null where it cannot be kept. */
export function keptName(absence: CardAbsence, said: AbsenceWords['referral']): string | null {
  const { referral } = absence;
  if (referral === null || keptReferral(absence) === null) return null;
  if (referral.kind === 'VOICEMAIL') return said.voicemail;
  if (referral.kind === 'SWITCHBOARD') return said.switchboard;
  return referral.unit ? said.group(referral.unit.name) : (referral.entry?.displayName ?? null);
}

/** What can be chosen without a search, as far as it begins with what is typed. */
export function fixedPicks(typed: string, said: AbsenceWords['referral']): readonly ReferralPick[] {
  const all: readonly ReferralPick[] = [
    { label: said.voicemail, input: { voicemail: true }, hit: null },
    { label: said.switchboard, input: { switchboard: true }, hit: null },
    { label: said.nobody, input: null, hit: null },
  ];
  return all.filter(({ label }) => label.toLowerCase().startsWith(typed.trim().toLowerCase()));
}

/** A hit as it is chosen: of a unit, its answer group. */
export function pickOf(hit: Hit, said: AbsenceWords['referral']): ReferralPick {
  const { node } = hit;
  return isKept(node)
    ? { label: node.displayName, input: { entryId: node.id }, hit }
    : { label: said.group(node.displayName), input: { answerGroupOf: node.id }, hit };
}
