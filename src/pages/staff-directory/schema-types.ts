// Written by npm run client-types from schema.graphql and documents.ts; not by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Base presence. */
export type Availability =
  /** Free. */
  | 'AVAILABLE'
  /** Away. */
  | 'AWAY'
  /** Back in a moment. */
  | 'BE_RIGHT_BACK'
  /** Busy. */
  | 'BUSY'
  /** Does not want to be disturbed. */
  | 'DO_NOT_DISTURB'
  /** Signed out, or no telephone is registered. */
  | 'OFFLINE'
  /** Not known, or no longer. */
  | 'UNKNOWN';

/** A language of labels. */
export type Language =
  /** English. */
  | 'EN'
  /** Swedish. */
  | 'SV';

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

/** Kind of target. */
export type TargetKind =
  /** The answer group of a unit (svarsgrupp, P9). */
  | 'ANSWER_GROUP'
  /** A number. */
  | 'NUMBER'
  /** A person. */
  | 'PERSON'
  /** A shared telephone (P16). */
  | 'SHARED_LINE'
  /** The switchboard. */
  | 'SWITCHBOARD'
  /** Voicemail. */
  | 'VOICEMAIL';

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

export type OneEntryQueryVariables = Exact<{
  id: string | number;
  language: Language;
}>;

export type OneEntryQuery = {
  readonly node:
    | { readonly type: 'Absence' }
    | { readonly type: 'ApiKey' }
    | { readonly type: 'Forwarding' }
    | { readonly type: 'Municipality' }
    | {
        readonly id: string;
        readonly displayName: string;
        readonly title: string | null;
        readonly email: string | null;
        readonly type: 'Person';
        readonly municipality: { readonly name: string };
        readonly numbers: ReadonlyArray<{
          readonly e164: string | null;
          readonly extension: string | null;
          readonly kind: NumberKind;
          readonly uri: string | null;
        }>;
        readonly subjects: ReadonlyArray<{ readonly word: string }>;
        readonly unit: { readonly id: string; readonly name: string } | null;
        readonly manager: { readonly id: string; readonly displayName: string } | null;
        readonly presence: { readonly availability: Availability } | null;
        readonly currentAbsence: {
          readonly endsAt: string | null;
          readonly endsAtPrecision: TimePrecision;
          readonly publicReason: PublicAbsenceReason;
          readonly reasonLabel: string;
          readonly phoneRings: boolean | null;
          readonly referral: {
            readonly kind: TargetKind;
            readonly entry:
              | { readonly id: string; readonly displayName: string }
              | { readonly id: string; readonly displayName: string }
              | null;
            readonly unit: { readonly id: string; readonly name: string } | null;
          } | null;
        } | null;
        readonly bestReached: ReadonlyArray<{
          readonly weekday: number;
          readonly from: string;
          readonly to: string;
        }>;
      }
    | {
        readonly id: string;
        readonly displayName: string;
        readonly type: 'SharedLine';
        readonly municipality: { readonly name: string };
        readonly numbers: ReadonlyArray<{
          readonly e164: string | null;
          readonly extension: string | null;
          readonly kind: NumberKind;
          readonly uri: string | null;
        }>;
        readonly subjects: ReadonlyArray<{ readonly word: string }>;
        readonly unit: { readonly id: string; readonly name: string } | null;
        readonly responsible: { readonly id: string; readonly displayName: string } | null;
      }
    | { readonly type: 'SyncRun' }
    | { readonly type: 'Unit' }
    | null;
};

export type OneUnitQueryVariables = Exact<{
  id: string | number;
}>;

export type OneUnitQuery = {
  readonly node:
    | { readonly type: 'Absence' }
    | { readonly type: 'ApiKey' }
    | { readonly type: 'Forwarding' }
    | { readonly type: 'Municipality' }
    | { readonly type: 'Person' }
    | { readonly type: 'SharedLine' }
    | { readonly type: 'SyncRun' }
    | {
        readonly id: string;
        readonly name: string;
        readonly type: 'Unit';
        readonly municipality: {
          readonly code: string;
          readonly name: string;
          readonly switchboardNumber: string;
        };
        readonly parent: { readonly id: string; readonly name: string } | null;
        readonly openingHours: ReadonlyArray<{
          readonly weekday: number;
          readonly from: string;
          readonly to: string;
        }>;
        readonly manager: {
          readonly id: string;
          readonly displayName: string;
          readonly title: string | null;
        } | null;
        readonly phoneResponsibles: ReadonlyArray<{
          readonly id: string;
          readonly displayName: string;
          readonly title: string | null;
        }>;
        readonly answerGroup: ReadonlyArray<
          | {
              readonly title: string | null;
              readonly id: string;
              readonly displayName: string;
              readonly type: 'Person';
            }
          | { readonly id: string; readonly displayName: string; readonly type: 'SharedLine' }
        >;
        readonly subjects: ReadonlyArray<{ readonly word: string }>;
      }
    | null;
};

export type OwnMunicipalityQueryVariables = Exact<{ [key: string]: never }>;

export type OwnMunicipalityQuery = {
  readonly viewer: {
    readonly municipalities: ReadonlyArray<{ readonly code: string; readonly name: string }>;
  } | null;
};

export type PeopleOfUnitQueryVariables = Exact<{
  unit: string | number;
  after?: string | null;
}>;

export type PeopleOfUnitQuery = {
  readonly directory: {
    readonly edges: ReadonlyArray<{
      readonly node:
        | {
            readonly title: string | null;
            readonly id: string;
            readonly displayName: string;
            readonly type: 'Person';
          }
        | { readonly id: string; readonly displayName: string; readonly type: 'SharedLine' };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
};

export type SearchStaffQueryVariables = Exact<{
  query: string;
  near?: string | null;
}>;

export type SearchStaffQuery = {
  readonly searchDirectory: {
    readonly edges: ReadonlyArray<{
      readonly node:
        | {
            readonly title: string | null;
            readonly id: string;
            readonly displayName: string;
            readonly type: 'Person';
            readonly unit: { readonly name: string } | null;
            readonly numbers: ReadonlyArray<{
              readonly e164: string | null;
              readonly extension: string | null;
              readonly kind: NumberKind;
              readonly uri: string | null;
            }>;
            readonly currentAbsence: {
              readonly endsAt: string | null;
              readonly endsAtPrecision: TimePrecision;
              readonly publicReason: PublicAbsenceReason;
            } | null;
            readonly municipality: { readonly code: string; readonly name: string };
          }
        | {
            readonly id: string;
            readonly displayName: string;
            readonly type: 'SharedLine';
            readonly unit: { readonly name: string } | null;
            readonly numbers: ReadonlyArray<{
              readonly e164: string | null;
              readonly extension: string | null;
              readonly kind: NumberKind;
              readonly uri: string | null;
            }>;
            readonly municipality: { readonly code: string; readonly name: string };
          }
        | {
            readonly id: string;
            readonly displayName: string;
            readonly type: 'Unit';
            readonly parent: { readonly name: string } | null;
            readonly municipality: { readonly code: string; readonly name: string };
          };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean };
  } | null;
};
