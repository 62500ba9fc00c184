// Written by npm run client-types from schema.graphql and documents.ts; not by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Narrows a list; all parts must hold. */
export type DirectoryFilter = {
  /** SCB's codes of municipalities. */
  readonly municipalityCodes?: ReadonlyArray<string> | null;
  /** Units in which people and telephones are, not those below them; at most 500. */
  readonly unitIds?: ReadonlyArray<string | number> | null;
};

/** What a number is for. */
export type NumberKind =
  /** Reaches the person at the desk. */
  | 'DIRECT'
  /** Belongs to a task, not to a person. */
  | 'FUNCTION'
  /** The person's mobile telephone. */
  | 'MOBILE'
  /** Shared by a team (P16). */
  | 'SHARED'
  /** The municipality's switchboard, given instead of the person's own number. */
  | 'SWITCHBOARD';

/** What may be said to a caller. */
export type PublicAbsenceReason =
  /** Cannot be reached. */
  | 'ABSENT'
  /** Not at the workplace. */
  | 'AWAY'
  /** Not at the desk just now. */
  | 'BRIEFLY_AWAY'
  /** Busy. */
  | 'BUSY'
  /** Gone for the day. */
  | 'GONE_FOR_DAY';

/** Why a stream has to be begun anew from a list. */
export type ResyncCause =
  /** More was changed at once than is told one by one. */
  | 'BULK_CHANGE'
  /** What the viewer may see is another than it was. */
  | 'RIGHTS_CHANGED'
  /** The position is older than what is kept. */
  | 'TOO_OLD'
  /** The client did not take its events in time. */
  | 'TOO_SLOW';

/** How sure a return is. */
export type TimePrecision =
  /** At about that time. */
  | 'ABOUT'
  /** On that day. */
  | 'DAY'
  /** At that time. */
  | 'EXACT'
  /** Nobody knows. */
  | 'UNKNOWN';

/** What the operator should do. */
export type Verdict =
  /** Somebody answers instead. */
  | 'ANSWERED_BY_OTHER'
  /** Put the call through to the person. */
  | 'CONNECT'
  /** Put the call through to where the person has sent it. */
  | 'CONNECT_ALTERNATIVE'
  /** The person is busy: hold, or call back. */
  | 'HOLD_OR_CALL_BACK'
  /** Nobody can take the call now. */
  | 'TAKE_MESSAGE'
  /** Cannot be told from what you may see; ask for the numbers. */
  | 'UNKNOWN';

/** What to be told of; what is left out or null means everything. */
export type WatchFilter = {
  /** These people and shared telephones; at most 500. */
  readonly entryIds?: ReadonlyArray<string | number> | null;
  /** Entries of these municipalities, by code; at most 500. */
  readonly municipalityCodes?: ReadonlyArray<string> | null;
};

export type DirectoryQueryVariables = Exact<{
  filter?: DirectoryFilter | null;
  first: number;
  after?: string | null;
}>;

export type DirectoryQuery = {
  readonly directory: {
    readonly eventCursor: string;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: ReadonlyArray<{
      readonly node:
        | ({ readonly id: string } & SwitchboardEntry_Person_Fragment)
        | ({ readonly id: string } & SwitchboardEntry_SharedLine_Fragment);
    }>;
  } | null;
};

type SwitchboardEntry_Person_Fragment = {
  readonly __typename: 'Person';
  readonly title: string | null;
  readonly id: string;
  readonly displayName: string;
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly numbers: ReadonlyArray<{
    readonly kind: NumberKind;
    readonly e164: string | null;
    readonly extension: string | null;
    readonly mayTellCaller: boolean | null;
  }>;
  readonly reachability: {
    readonly verdict: Verdict;
    readonly canConnect: boolean;
    readonly reason: PublicAbsenceReason | null;
    readonly backAt: string | null;
    readonly backAtPrecision: TimePrecision | null;
    readonly phrase: string | null;
    readonly connectTo: { readonly e164: string | null; readonly extension: string | null } | null;
    readonly answeredBy:
      | { readonly id: string; readonly displayName: string }
      | { readonly id: string; readonly displayName: string }
      | null;
  } | null;
};

type SwitchboardEntry_SharedLine_Fragment = {
  readonly __typename: 'SharedLine';
  readonly id: string;
  readonly displayName: string;
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly numbers: ReadonlyArray<{
    readonly kind: NumberKind;
    readonly e164: string | null;
    readonly extension: string | null;
    readonly mayTellCaller: boolean | null;
  }>;
  readonly reachability: {
    readonly verdict: Verdict;
    readonly canConnect: boolean;
    readonly reason: PublicAbsenceReason | null;
    readonly backAt: string | null;
    readonly backAtPrecision: TimePrecision | null;
    readonly phrase: string | null;
    readonly connectTo: { readonly e164: string | null; readonly extension: string | null } | null;
    readonly answeredBy:
      | { readonly id: string; readonly displayName: string }
      | { readonly id: string; readonly displayName: string }
      | null;
  } | null;
};

export type SwitchboardEntryFragment =
  SwitchboardEntry_Person_Fragment | SwitchboardEntry_SharedLine_Fragment;

export type DirectoryChangedSubscriptionVariables = Exact<{
  filter?: WatchFilter | null;
  after?: string | null;
}>;

export type DirectoryChangedSubscription = {
  readonly directoryChanged:
    | { readonly cursor: string; readonly at: string; readonly kind: 'Bookmark' }
    | {
        readonly cursor: string;
        readonly kind: 'EntryChanged';
        readonly entry:
          | ({ readonly id: string } & SwitchboardEntry_Person_Fragment)
          | ({ readonly id: string } & SwitchboardEntry_SharedLine_Fragment);
      }
    | { readonly cursor: string; readonly id: string; readonly kind: 'EntryGone' }
    | { readonly cause: ResyncCause; readonly kind: 'ResyncRequired' };
};
