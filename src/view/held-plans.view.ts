import { Injectable } from '@nestjs/common';
import { inAudience, type Viewer } from '../kernel/viewer.js';
import type { HeldChange } from '../kernel/sync-words.js';
import { syncReaders } from '../policy/disclosure.js';
import { reachOf } from '../policy/reach.js';
import { heldEntry, inTurns, type HeldEntry } from '../staff/held-entry.js';
import { HeldPlansStore, type HeldPlan } from '../store/held-plans.store.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { SourcePeopleStore } from '../store/source-people.store.js';
import { pageSize } from './page-size.js';
import { PeopleView } from './people.view.js';
import type { EntryView } from './person-view.js';

/** One thing that a held plan would do, and to whom. */
export type HeldPlanSampleView = {
  readonly change: HeldChange;
  readonly field: string | null;
  readonly entry: EntryView;
};

/** A plan that waits for a technician. PROTECTED people are neither counted nor among the samples. */
export type HeldPlanView = {
  readonly hash: string;
  readonly source: string;
  readonly municipalityCode: string;
  readonly rules: readonly string[];
  readonly heldAt: Date;
  readonly missing: number;
  readonly disabled: number;
  readonly created: number;
  readonly lostFields: number;
  readonly relinked: number;
  readonly rejected: number;
  readonly samples: (first: number) => Promise<readonly HeldPlanSampleView[]>;
};

/** So many entries are looked at for samples, of a plan that may have a hundred thousand. */
const maxLookedAt = 1_000;

/** What technicians get to know of the plans that wait; for everybody else there are none. */
@Injectable()
export class HeldPlansView {
  constructor(
    private readonly plans: HeldPlansStore,
    private readonly sourcePeople: SourcePeopleStore,
    private readonly municipalities: MunicipalitiesStore,
    private readonly people: PeopleView,
  ) {}

  /** The plans that wait to be decided, the newest first. */
  async waiting(viewer: Viewer): Promise<readonly HeldPlanView[]> {
    if (!inAudience(viewer, syncReaders)) return [];
    const plans = await this.plans.waiting();
    if (plans.length === 0) return [];
    const sources = [...new Set(plans.map(({ source }) => source.id))];
    const hidden = await this.sourcePeople.undisclosedProtectedKeys(sources);
    return plans.map((plan) => {
      const own = hidden.filter(({ source }) => source === plan.source.id);
      return this.view(viewer, plan, new Set(own.map(({ key }) => key)));
    });
  }

  private view(viewer: Viewer, plan: HeldPlan, hidden: ReadonlySet<string>): HeldPlanView {
    const { source, hash, rules, held, heldAt } = plan;
    const entries = held
      .flatMap((text) => heldEntry(text) ?? [])
      .filter(({ keys }) => !keys.some((key) => hidden.has(key)));
    const count = (change: HeldChange) => entries.filter((one) => one.change === change).length;
    return {
      hash,
      source: source.id,
      municipalityCode: source.municipality,
      rules,
      heldAt,
      missing: count('MISSING'),
      disabled: count('DISABLED'),
      created: count('CREATED'),
      lostFields: count('LOST_FIELD'),
      relinked: count('RELINKED'),
      rejected: count('REJECTED'),
      samples: (first) => this.samples(viewer, source.id, entries, pageSize(first)),
    };
  }

  private async samples(
    viewer: Viewer,
    source: string,
    entries: readonly HeldEntry[],
    first: number,
  ): Promise<readonly HeldPlanSampleView[]> {
    const lookedAt = inTurns(entries).slice(0, maxLookedAt);
    const reach = reachOf(viewer, this.municipalities.codes());
    const keys = lookedAt.flatMap((entry) => entry.keys);
    const known = await this.sourcePeople.byKeys(reach, source, keys);
    const found = lookedAt
      .flatMap(({ change, field, keys }) => {
        const [id] = keys.flatMap((key) => known.get(key) ?? []);
        return id === undefined ? [] : [{ change, field, id }];
      })
      .slice(0, first);
    const views = await this.people.byIds(viewer, [...new Set(found.map(({ id }) => id))]);
    const byId = new Map(views.map((view) => [view.id, view]));
    return found.flatMap(({ change, field, id }) => {
      const entry = byId.get(id);
      return entry ? [{ change, field, entry }] : [];
    });
  }
}
