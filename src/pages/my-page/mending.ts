import type { LitElement } from 'lit';
import type { FindingRule } from './schema-types.js';

/** A part of the page where something is mended; the element that is it has it as `data-place`. */
export type Place =
  | 'absences'
  | 'answer-group'
  | 'best-reached'
  | 'forwardings'
  | 'greetings'
  | 'known'
  | 'numbers'
  | 'phone-responsibles'
  | 'responsible';

const places: Readonly<
  Record<FindingRule, { readonly own: Place | null; readonly of: Place | null }>
> = {
  ABSENT_WITHOUT_COVER: { own: 'absences', of: 'absences' },
  OVERDUE_RETURN: { own: 'absences', of: 'absences' },
  FORWARDING_LOOP: { own: 'forwardings', of: 'forwardings' },
  MOBILE_WITHOUT_GREETING: { own: 'greetings', of: 'greetings' },
  // Whose numbers they are sees what is known, and asks whoever may add one.
  NO_NUMBER: { own: 'known', of: 'numbers' },
  STALE_NUMBER: { own: 'known', of: null },
  BEST_REACHED_WITHOUT_DECISION: { own: 'best-reached', of: 'best-reached' },
  SHARED_LINE_WITHOUT_RESPONSIBLE: { own: null, of: 'responsible' },
  NO_ANSWER_GROUP: { own: null, of: 'answer-group' },
  NO_PHONE_RESPONSIBLE: { own: null, of: 'phone-responsibles' },
};

/** Where a finding about oneself is mended; null for what is mended elsewhere. */
export function placeOfOwn(rule: FindingRule): Place | null {
  return places[rule].own;
}

/** Where a finding about a unit, or about somebody in it, is mended by whoever answers for the unit. */
export function placeOfOthers(rule: FindingRule): Place | null {
  return places[rule].of;
}

/** Goes to a part of the page, as by a link: its heading has the focus, so that a screen reader reads it. */
export async function leadTo(root: ParentNode, place: Place): Promise<void> {
  const section = root.querySelector<LitElement>(`[data-place="${place}"]`);
  await section?.updateComplete;
  const heading = section?.renderRoot.querySelector<HTMLElement>('h2');
  heading?.focus();
  heading?.scrollIntoView({ block: 'start' });
}
