import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { PersonId } from '../kernel/ids.js';
import type { CallOrigin, ForwardingCondition } from '../kernel/phone-words.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { mayForwardOut } from '../policy/outside-forwarding.js';
import { absenceAt } from '../staff/recurrence.js';
import { targetsOf, wouldLoop, type ForwardingTarget } from '../staff/forwarding.js';
import { leadsOutside } from '../staff/outside-number.js';
import type { Person } from '../staff/person.js';
import type { E164, Extension } from '../staff/phone-number.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { PeopleStore } from '../store/people.store.js';
import { SettingsStore } from '../store/settings.store.js';
import { Subjects } from './subjects.js';

/** Where to forward, as somebody asks for it. */
export type TargetRequest =
  | Exclude<ForwardingTarget, { readonly kind: 'NUMBER' }>
  | { readonly kind: 'NUMBER'; readonly e164: E164 }
  | { readonly kind: 'EXTENSION'; readonly extension: Extension };

/** Which calls go there. */
export type TargetedCalls = {
  readonly condition: ForwardingCondition;
  readonly origin: CallOrigin;
  readonly target: TargetRequest;
};

/** Finds where a forwarding would lead, as far as the viewer can see, and refuses where it must not lead. */
@Injectable()
export class ForwardingTargets {
  constructor(
    private readonly subjects: Subjects,
    private readonly people: PeopleStore,
    private readonly municipalities: MunicipalitiesStore,
    private readonly settings: SettingsStore,
    private readonly clock: Clock,
  ) {}

  /** The target as it is kept, or why the person's calls may not go there. */
  async of(
    viewer: Viewer,
    person: Person,
    calls: TargetedCalls,
  ): Promise<Outcome<ForwardingTarget>> {
    const { target } = calls;
    const holder = await this.holderOf(viewer, person, target);
    const known =
      holder !== null && holder.leftAt === null && holder.protectionLevel !== 'PROTECTED';
    if (holder !== null && (await this.leadsBack(viewer, person, holder, calls)))
      return refused('LOOP', 'Vidarekopplingen skulle gå i en ring.', 'target');
    // A colleague's number is the colleague: so are chains followed, and rings found.
    if (known && holder.id !== person.id) return done({ kind: 'PERSON', personId: holder.id });
    if (target.kind !== 'EXTENSION' && target.kind !== 'PERSON') {
      const asked = { ...calls, target };
      const outside = leadsOutside(asked, holder !== null, this.municipalities.all());
      if (outside && (await this.mustStayInside(viewer, person))) return keptInside();
      return done(target);
    }
    return refused('NOT_FOUND', 'Det finns ingen sådan.', 'target');
  }

  private async mustStayInside(viewer: Viewer, person: Person): Promise<boolean> {
    const absent = absenceAt(person.absences, this.clock.now()) !== null;
    if (mayForwardOut(viewer, person, absent)) return false;
    const { code } = person.municipality;
    const settings = (await this.settings.all()).find((one) => one.municipality === code);
    return settings?.outsideForwarding !== true;
  }

  private async holderOf(
    viewer: Viewer,
    person: Person,
    request: TargetRequest,
  ): Promise<Person | null> {
    const reach = this.subjects.reach(viewer);
    const { dialPlan } = person.municipality;
    const find = async (): Promise<PersonId | null> => {
      if (request.kind === 'PERSON') return request.personId;
      if (request.kind === 'NUMBER') return this.people.findByNumber(reach, request.e164);
      if (request.kind === 'EXTENSION')
        return this.people.findByExtension(reach, dialPlan, request.extension);
      return null;
    };
    const id = await find();
    return id === null ? null : this.subjects.visible(viewer, { kind: 'ID', id });
  }

  private async leadsBack(
    viewer: Viewer,
    person: Person,
    holder: Person,
    { target, origin }: TargetedCalls,
  ): Promise<boolean> {
    if (holder.id === person.id) return !toOwnMobile(person, target);
    const chain = [holder, ...(await this.subjects.referredFrom(viewer, holder.id))];
    const known = new Map(chain.map((one) => [one.id, one]));
    const now = this.clock.now();
    const origins = origin === 'ANY' ? (['INTERNAL', 'EXTERNAL'] as const) : [origin];
    return origins.some((each) =>
      wouldLoop(person.id, holder.id, (id) => {
        const targets = targetsOf(known.get(id)?.forwardings ?? [], each, now);
        const next = targets.flatMap((one) => (one.kind === 'PERSON' ? [one.personId] : []));
        // Somebody whom the viewer cannot see lengthens no chain: the refusal would tell.
        return next.filter((one) => one === person.id || known.has(one));
      }),
    );
  }
}

function keptInside(): Outcome<never> {
  const message =
    'Vid frånvaro används hänvisning, telefonsvarare eller intern vidarekoppling (telefonpolicyn); numret är utanför telefonisystemet.';
  return refused('NUMBER_NOT_ALLOWED', message, 'target');
}

/** To send one's calls to one's own mobile is no loop. */
function toOwnMobile(person: Person, request: TargetRequest): boolean {
  if (request.kind !== 'NUMBER') return false;
  return person.numbers.some(({ kind, e164 }) => kind === 'MOBILE' && e164 === request.e164);
}
