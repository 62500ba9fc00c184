import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { PersonId, UnitId } from '../kernel/ids.js';
import { receiptOf, type Retriable } from '../kernel/receipt.js';
import { done, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { SubjectWord } from '../staff/subject-words.js';
import { PersonAnsweringStore } from '../store/person-answering.store.js';
import { UnitAnsweringStore } from '../store/unit-answering.store.js';
import { checkedSubjects } from './checked-subjects.js';
import { KeptUnits, personChanged, unitChanged } from './kept-units.js';
import { Subjects } from './subjects.js';

/** Whose words they are: an entry's of the directory, or a unit's. */
export type SubjectHolder =
  | { readonly kind: 'ENTRY'; readonly id: PersonId }
  | { readonly kind: 'UNIT'; readonly id: UnitId };

/** By which words callers are to find somebody; an empty list takes them away. */
export type SubjectWordsRequest = {
  readonly holder: SubjectHolder;
  readonly subjects: readonly SubjectWord[];
  readonly expectedVersion: string;
};

/** Says by which words callers ask for what somebody handles (ämnesord, P14). */
@Injectable()
export class SetSubjectWords {
  constructor(
    private readonly subjects: Subjects,
    private readonly units: KeptUnits,
    private readonly ofPeople: PersonAnsweringStore,
    private readonly ofUnits: UnitAnsweringStore,
    private readonly clock: Clock,
  ) {}

  /** Replaces all of them, or says why not. */
  async carryOut(
    viewer: Viewer,
    { holder, ...words }: SubjectWordsRequest,
    retriable: Retriable | null = null,
  ): Promise<Outcome<{ readonly personId: PersonId } | { readonly unitId: UnitId }>> {
    return holder.kind === 'ENTRY'
      ? this.ofEntry(viewer, holder.id, words, retriable)
      : this.ofUnit(viewer, holder.id, words, retriable);
  }

  private async ofEntry(
    viewer: Viewer,
    personId: PersonId,
    { subjects, expectedVersion }: Omit<SubjectWordsRequest, 'holder'>,
    retriable: Retriable | null,
  ): Promise<Outcome<{ readonly personId: PersonId }>> {
    const ref = { kind: 'ID', id: personId } as const;
    const path = ['holder', 'entryId'];
    const found = await this.subjects.allowed(viewer, 'setSubjectWords', ref, ...path);
    if (!found.ok) return found;
    const words = checkedSubjects(subjects);
    if (!words.ok) return words;
    const municipality = found.value.municipality.code;
    const fact = auditFactOf(viewer, {
      at: this.clock.now(),
      municipality,
      action: 'SET_SUBJECT_WORDS',
      about: personId,
      fields: ['subjects'],
      receipt: receiptOf(retriable, { personId }),
    });
    const change = { personId, municipality, expectedVersion };
    const saved = await this.ofPeople.setSubjects(change, words.value, fact);
    return saved ? done({ personId }) : personChanged();
  }

  private async ofUnit(
    viewer: Viewer,
    unitId: UnitId,
    { subjects, expectedVersion }: Omit<SubjectWordsRequest, 'holder'>,
    retriable: Retriable | null,
  ): Promise<Outcome<{ readonly unitId: UnitId }>> {
    const found = await this.units.allowed(viewer, { unitId, expectedVersion }, 'holder');
    if (!found.ok) return found;
    const words = checkedSubjects(subjects);
    if (!words.ok) return words;
    const { municipality } = found.value;
    const fact = auditFactOf(viewer, {
      at: this.clock.now(),
      municipality,
      action: 'SET_SUBJECT_WORDS',
      object: unitId,
      fields: ['Unit.subjects'],
      receipt: receiptOf(retriable, { unitId }),
    });
    const reach = this.subjects.reach(viewer);
    const saved = await this.ofUnits.setSubjects(reach, found.value, words.value, fact);
    return saved ? done({ unitId }) : unitChanged();
  }
}
