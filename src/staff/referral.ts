import type { PersonId, UnitId } from '../kernel/ids.js';

/** Who answers instead while somebody is absent (hänvisning, P4, P10): somebody, or whoever answers at a place. */
export type Referral =
  /** A person, a function or a shared telephone. */
  | { readonly kind: 'PERSON'; readonly personId: PersonId }
  /** Whoever of a unit's answer group (P9) can. */
  | { readonly kind: 'ANSWER_GROUP'; readonly unitId: UnitId }
  | { readonly kind: 'SWITCHBOARD' }
  /** The person's own voicemail, with what its greeting says (P6). */
  | { readonly kind: 'VOICEMAIL' };
