import { Injectable } from '@nestjs/common';
import type { AbsenceReason } from '../kernel/absence-words.js';
import type { MunicipalityCode, PersonId } from '../kernel/ids.js';
import { refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { Referral } from '../staff/referral.js';
import { AbsenceReasonsStore } from '../store/absence-reasons.store.js';
import { PeopleStore } from '../store/people.store.js';
import { Subjects } from './subjects.js';

/** What of an absence hangs on others: on what the municipality has in use, and on who answers instead. */
export type Terms = { readonly reason: AbsenceReason; readonly referral: Referral | null };

/** Whether an absence may have its reason and its referral, for one person or for many. */
@Injectable()
export class AbsenceTerms {
  constructor(
    private readonly subjects: Subjects,
    private readonly people: PeopleStore,
    private readonly reasons: AbsenceReasonsStore,
  ) {}

  /** Why people of a municipality may not be absent so, or null. */
  async refusalOf(
    viewer: Viewer,
    absent: readonly PersonId[],
    municipality: MunicipalityCode,
    { reason, referral }: Terms,
  ): Promise<Outcome<never> | null> {
    return (
      (await this.refusalOfReason(reason, municipality)) ??
      this.refusalOfReferral(viewer, absent, referral)
    );
  }

  private async refusalOfReason(
    reason: AbsenceReason,
    municipality: MunicipalityCode,
  ): Promise<Outcome<never> | null> {
    const settings = await this.reasons.of(municipality);
    const isInUse = settings.some((one) => one.reason === reason && one.inUse);
    return isInUse ? null : refused('NOT_ALLOWED', 'Orsaken används inte i kommunen.', 'reason');
  }

  /** Why nobody can be referred so, or null; whom the viewer cannot see is nobody. */
  async refusalOfReferral(
    viewer: Viewer,
    absent: readonly PersonId[],
    referral: Referral | null,
  ): Promise<Outcome<never> | null> {
    const nobody = () => refused('NOT_FOUND', 'Det finns ingen sådan.', 'referral');
    if (referral?.kind === 'ANSWER_GROUP')
      return (await this.people.unit(referral.unitId)) === null ? nobody() : null;
    if (referral?.kind !== 'PERSON') return null;
    const id = referral.personId;
    if (absent.includes(id))
      return refused('LOOP', 'Den som är frånvarande kan inte svara i stället.', 'referral');
    const other = await this.subjects.visible(viewer, { kind: 'ID', id });
    const answers = other && other.leftAt === null && other.protectionLevel !== 'PROTECTED';
    return answers ? null : nobody();
  }
}
