import { Injectable } from '@nestjs/common';
import type { PersonId } from '../kernel/ids.js';
import type { Outcome, UserError } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { PeopleView } from '../view/people.view.js';
import { personOrNull, type EntryView, type PersonView } from '../view/person-view.js';

/** What a change answers: the entry read anew through the viewer's eyes, also as a person if it is one; or the refusals. */
export type Answer<T> = {
  readonly entry: EntryView | null;
  readonly person: PersonView | null;
  readonly value: T | null;
  readonly userErrors: readonly UserError[];
};

/** Turns the outcome of a change into what the client sees. */
@Injectable()
export class Payloads {
  constructor(private readonly people: PeopleView) {}

  /** Reads the entry that the change was about; nothing is read after a refusal. */
  async of<T extends { readonly personId: PersonId }>(
    viewer: Viewer,
    outcome: Outcome<T>,
  ): Promise<Answer<T>> {
    if (!outcome.ok) return { entry: null, person: null, value: null, userErrors: outcome.errors };
    const entry = await this.people.byId(viewer, outcome.value.personId);
    return { entry, person: personOrNull(entry), value: outcome.value, userErrors: [] };
  }
}
