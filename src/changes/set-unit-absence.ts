import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { AbsenceId, UnitId } from '../kernel/ids.js';
import { receiptOf, type Retriable } from '../kernel/receipt.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { mayInUnit } from '../policy/authority.js';
import type { Person } from '../staff/person.js';
import { AbsencesStore, type NewAbsence } from '../store/absences.store.js';
import { PeopleStore } from '../store/people.store.js';
import { absenceSource } from './absence-source.js';
import { AbsenceTerms } from './absence-terms.js';
import { absenceFrom, factOf, tooMany, type AbsenceContent } from './set-absence.js';
import { Subjects } from './subjects.js';

/** An absence of a whole unit, as somebody reports it. */
export type UnitAbsenceRequest = AbsenceContent & { readonly unitId: UnitId };

/** More people than this are no workplace. */
const maxPeople = 200;

/** The ids of those for whom it was reported, in the order of the unit, with a space between them. */
export type UnitAbsenceResult = { readonly personIds: string };

/** Reports one absence for everybody in a unit, such as a day of planning: by those who lead or answer for it, and operators. */
@Injectable()
export class SetUnitAbsence {
  constructor(
    private readonly subjects: Subjects,
    private readonly people: PeopleStore,
    private readonly terms: AbsenceTerms,
    private readonly absences: AbsencesStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Reports it for each of the people of the unit itself whom the viewer can see and may do so for, in
   * one transaction; or says why not, and then for none. Whoever is PROTECTED reports for herself.
   */
  async carryOut(
    viewer: Viewer,
    request: UnitAbsenceRequest,
    retriable: Retriable | null,
  ): Promise<Outcome<UnitAbsenceResult>> {
    const unit = await this.people.unit(request.unitId);
    if (unit === null) return refused('NOT_FOUND', 'Det finns ingen sådan.', 'unitId');
    const municipality = unit.municipality.code;
    if (!mayInUnit(viewer, 'setAbsence', { id: unit.id, municipality }))
      return refused('NOT_ALLOWED', 'Du får inte göra den ändringen.', 'unitId');
    const members = await this.members(viewer, unit.id);
    if (members.length > maxPeople)
      return refused('LIMIT', `Enheten har fler än ${maxPeople} personer.`, 'unitId');
    const ids = members.map(({ id }) => id);
    const refusal = await this.terms.refusalOf(viewer, ids, municipality, request);
    if (refusal) return refusal;
    if (members.some(({ absences }) => tooMany(absences, request) !== null))
      return refused('LIMIT', 'Någon har redan så många frånvaron som det får vara.', 'unitId');
    const now = this.clock.now();
    const checked = absenceFrom(request, 'OPERATOR', null, now);
    if (!checked.ok) return checked;
    const result = { personIds: ids.join(' ') };
    const added = members.map((person, i): NewAbsence => {
      const id = randomUUID() as AbsenceId;
      const absence = { ...checked.value, id, source: absenceSource(viewer, person) };
      const owner = { personId: person.id, municipality: person.municipality.code };
      // One receipt for all of them, with the first: they are kept together or not at all.
      const receipt = i === 0 ? receiptOf(retriable, result) : null;
      return { owner, absence, fact: { ...factOf(viewer, person, null, absence, now), receipt } };
    });
    await this.absences.addAll(added);
    return done(result);
  }

  private async members(viewer: Viewer, unitId: UnitId): Promise<readonly Person[]> {
    const ids = await this.people.inUnit(this.subjects.reach(viewer), unitId, maxPeople + 1);
    const found = await this.subjects.visibleByIds(viewer, ids);
    const byId = new Map(found.map((person) => [person.id, person]));
    return ids
      .flatMap((id) => byId.get(id) ?? [])
      .filter((person) => this.subjects.refusalOf(viewer, 'setAbsence', person) === null);
  }
}
