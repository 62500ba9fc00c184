import type { Forwarding, ForwardingTarget } from '../staff/forwarding.js';
import type { Person } from '../staff/person.js';
import type { EntryView, ForwardingView } from './person-view.js';
import type { Projection, Sight } from './projection.js';

type See = (person: Person, sight: Sight) => EntryView;

/** A forwarding with the target that this viewer may know; `view` makes the view of the person that it leads to. */
export function forwardingView(
  forwarding: Forwarding,
  { sight, may }: Projection,
  view: See,
): ForwardingView {
  const { target } = forwarding;
  const other = target.kind === 'PERSON' ? sight.others.get(target.personId) : undefined;
  return {
    id: forwarding.id,
    condition: forwarding.condition,
    origin: forwarding.origin,
    layer: forwarding.layer,
    noAnswerSeconds: forwarding.noAnswerSeconds,
    target: {
      kind: leadsToSharedLine(target, sight) ? 'SHARED_LINE' : target.kind,
      entry: other ? view(other, sight) : null,
      number: target.kind === 'NUMBER' && may('ForwardingTarget.number') ? target.e164 : null,
    },
    active: forwarding.active,
    validUntil: forwarding.validUntil,
    source: forwarding.source,
    observedAt: forwarding.observedAt,
    version: forwarding.version,
  };
}

function leadsToSharedLine(target: ForwardingTarget, { others }: Sight): boolean {
  return target.kind === 'PERSON' && others.get(target.personId)?.kind === 'SHARED_PHONE';
}
