import type { CardOfQuery, ConsoleEntryFragment, SearchHitsQuery } from './schema-types.js';

/** Somebody as the picture keeps everybody. */
export type KeptEntry = ConsoleEntryFragment;
/** Whether a call can be put through, as the picture has it. */
export type Reach = NonNullable<KeptEntry['reachability']>;
type Edge = NonNullable<SearchHitsQuery['searchDirectory']>['edges'][number];
/** What a search led to: an entry or a unit. */
export type HitNode = Edge['node'];
type HitUnit = Extract<HitNode, { readonly type: 'Unit' }>;
/** A line of the list. */
export type Hit = {
  readonly node: KeptEntry | Pick<HitUnit, 'type' | 'id' | 'displayName' | 'municipality'>;
  /** The subject by which it was found (P14), where it was one. */
  readonly subject: string | null;
};
type CardNode = NonNullable<CardOfQuery['node']>;
/** What a card says beside what the picture has. */
export type Details = Extract<CardNode, { readonly type: 'Person' | 'SharedLine' | 'Unit' }>;
/** Those details that entries have. */
export type EntryDetails = Exclude<Details, { readonly type: 'Unit' }>;
/** The details of a unit. */
export type UnitDetails = Extract<Details, { readonly type: 'Unit' }>;
/** The details of a person. */
export type PersonDetails = Extract<Details, { readonly type: 'Person' }>;
/** A running or coming absence on a card. */
export type CardAbsence = PersonDetails['absences'][number];
/** A number on a card. */
export type CardNumber = EntryDetails['numbers'][number];
/** Somebody whom a card leads to. */
export type Other = { readonly id: string; readonly displayName: string };

/** A hit as it is shown: whatever subject the caller's word led to stands with it. */
export function hitOf({ node, matchedOn }: Edge): Hit {
  const bySubject = matchedOn.some(({ field }) => field === 'SUBJECT' || field === 'SUBJECT_PART');
  return { node, subject: bySubject ? node.subjects.map(({ word }) => word).join(', ') : null };
}
