import type { AbsenceId, ForwardingId, PersonId, UnitId } from '../kernel/ids.js';
import type {
  AbsenceCover,
  AbsenceReason,
  Language,
  PublicAbsenceReason,
  TimePrecision,
} from '../kernel/absence-words.js';
import type {
  Activity,
  Availability,
  CallOrigin,
  ForwardingCondition,
  ForwardingLayer,
  Freshness,
  LineStatus,
  ReachabilityRule,
  TargetKind,
  Verdict,
} from '../kernel/phone-words.js';
import type {
  AccountState,
  FactSource,
  NumberAudience,
  NumberKind,
  PersonKind,
  ProtectionLevel,
  ProtectionPresentation,
} from '../kernel/words.js';
import type { DisclosedField } from '../policy/disclosure.js';
import type { Greeting } from '../staff/greeting.js';
import type { E164, Extension } from '../staff/phone-number.js';
import type { SubjectWord } from '../staff/subject-words.js';
import type { WeeklyWindow } from '../staff/weekly-window.js';
import type { Window } from './absence-window.js';

/** Marks what has passed the policy; only `sealed` gives it, and only this room may call that. For the compiler alone. */
declare const disclosed: unique symbol;
type Disclosed = { readonly [disclosed]: true };

export type MunicipalityView = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly switchboardNumber: E164;
};

export type UnitView = {
  readonly id: UnitId;
  readonly name: string;
  readonly municipality: MunicipalityView;
  readonly parent: UnitView | null;
  /** For everybody: when to call says nothing of a person. */
  readonly openingHours: readonly WeeklyWindow[];
};

export type PhoneNumberView = {
  readonly kind: NumberKind;
  readonly e164: E164 | null;
  readonly extension: Extension | null;
  readonly uri: string | null;
  readonly audience: NumberAudience | null;
  readonly source: 'LDAP' | 'LOCAL' | null;
  readonly mayTellCaller: boolean | null;
  readonly greeting: Greeting | null;
};

export type LineView = {
  readonly kind: NumberKind;
  readonly status: LineStatus;
  readonly expiresAt: Date | null;
};

export type PresenceView = {
  readonly availability: Availability;
  readonly activity: Activity | null;
  readonly signedIn: boolean | null;
  readonly lines: readonly LineView[];
  readonly freshness: Freshness;
};

/** How an absence repeats; null `endsAt` is without end. */
export type RecurrenceView = {
  readonly rule: string;
  readonly exceptHolidays: boolean;
  readonly endsAt: Date | null;
};

/** Who answers instead; somebody hidden makes no referral. */
export type ReferralView = {
  readonly kind: TargetKind;
  readonly entry: EntryView | null;
  readonly unit: UnitView | null;
};

export type AbsenceView = {
  readonly id: AbsenceId;
  readonly reason: AbsenceReason | null;
  readonly publicReason: PublicAbsenceReason;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly endsAtPrecision: TimePrecision;
  readonly phoneRings: boolean | null;
  readonly note: string | null;
  readonly recurrence: RecurrenceView | null;
  readonly referral: ReferralView | null;
  /** The label of the reason as far as the viewer may know it. */
  readonly reasonLabel: (language: Language) => string;
  readonly cover: AbsenceCover | null;
  readonly source: FactSource | null;
  readonly version: string | null;
};

export type ForwardingView = {
  readonly id: ForwardingId;
  readonly condition: ForwardingCondition;
  readonly origin: CallOrigin;
  readonly layer: ForwardingLayer;
  readonly noAnswerSeconds: number | null;
  readonly target: {
    readonly kind: TargetKind;
    readonly entry: EntryView | null;
    readonly number: E164 | null;
  };
  readonly active: boolean;
  readonly validUntil: Date | null;
  readonly source: FactSource;
  readonly observedAt: Date | null;
  readonly version: string;
};

export type AlternativeView = {
  readonly rank: number;
  readonly entry: EntryView;
  readonly canConnect: boolean;
  readonly number: PhoneNumberView | null;
};

/** Where a message to somebody is written: to the work address of that one, or of whoever answers instead. */
export type MessageAddressView = { readonly email: string; readonly entry: EntryView };

export type ReachabilityView = {
  readonly canConnect: boolean;
  readonly verdict: Verdict;
  readonly connectTo: PhoneNumberView | null;
  readonly answeredBy: EntryView | null;
  readonly reason: PublicAbsenceReason | null;
  readonly backAt: Date | null;
  readonly backAtPrecision: TimePrecision | null;
  readonly alternatives: readonly AlternativeView[];
  readonly messageTo: MessageAddressView | null;
  readonly phrase: string | null;
  readonly trace: readonly ReachabilityRule[] | null;
  readonly freshness: Freshness;
  readonly validUntil: Date;
};

/** What one viewer gets to know of one entry. Hidden and missing values look the same: null, or not in the list. */
export type EntryView = Disclosed & {
  /** What the schema calls it. */
  readonly type: 'Person' | 'SharedLine';
  readonly id: PersonId;
  readonly displayName: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly employeeId: string | null;
  readonly kind: PersonKind | null;
  readonly municipality: MunicipalityView;
  readonly unit: UnitView | null;
  /** Read when it is asked for: managers have managers, and some of them in circles. */
  readonly manager: () => PersonView | null;
  /** Who answers for a shared telephone (P16): read when it is asked for, as managers are. */
  readonly responsible: () => PersonView | null;
  /** Of an entry that was asked for; read when they are asked for. */
  readonly standIns: () => readonly EntryView[];
  readonly bestReached: readonly WeeklyWindow[];
  readonly subjects: readonly SubjectWord[];
  readonly accountState: AccountState | null;
  readonly leftAt: Date | null;
  readonly protectionLevel: ProtectionLevel | null;
  readonly presentation: ProtectionPresentation | null;
  readonly alias: string | null;
  /** Read when it is asked for, as managers are: two people may be named for each other. */
  readonly namedViewers: () => readonly PersonView[];
  readonly version: string | null;
  readonly numbers: readonly PhoneNumberView[];
  readonly presence: PresenceView | null;
  readonly currentAbsence: AbsenceView | null;
  /** Those in a window; one that repeats is there with each of its occurrences. */
  readonly absences: (window: Window) => readonly AbsenceView[];
  /** One of them by its id, whenever it is: of one that repeats the next occurrence, or the first. */
  readonly absence: (id: AbsenceId) => AbsenceView | null;
  readonly forwardings: readonly ForwardingView[];
  readonly reachability: (origin: CallOrigin) => ReachabilityView | null;
};

/** The view of a person or a function; a shared telephone is none. */
export type PersonView = EntryView & { readonly type: 'Person' };

/** An entry's fields, before anybody has said that they have passed the policy. */
export type FieldsOfEntry = Omit<EntryView, typeof disclosed>;

/** Takes fields that have been cut down to what the viewer may see for a view. For this room only (a test says so). */
export function sealed(fields: FieldsOfEntry): EntryView {
  return fields as EntryView;
}

/** The entry where a person is wanted: null for a shared telephone, as for nobody. */
export function personOrNull(entry: EntryView | null | undefined): PersonView | null {
  return entry && isPerson(entry) ? entry : null;
}

function isPerson(entry: EntryView): entry is PersonView {
  return entry.type === 'Person';
}

type FieldsOf<View, Name extends string> = `${Name}.${Exclude<keyof View, symbol> & string}`;
/** Fields that come with the thing they hang on, and need no rule of their own; who is responsible is shown as a manager is. */
type Carried =
  | FieldsOf<Pick<EntryView, 'type' | 'absence' | 'responsible'>, 'Person'>
  | FieldsOf<Pick<PhoneNumberView, 'kind' | 'e164' | 'extension' | 'uri'>, 'PhoneNumber'>
  | FieldsOf<Pick<PresenceView, 'availability' | 'freshness'>, 'Presence'>
  | FieldsOf<Pick<AbsenceView, 'id' | 'endsAtPrecision' | 'reasonLabel'>, 'Absence'>
  | FieldsOf<ReferralView, 'Referral'>
  | FieldsOf<Pick<ForwardingView['target'], 'kind' | 'entry'>, 'ForwardingTarget'>
  | FieldsOf<Omit<ReachabilityView, 'phrase' | 'trace'>, 'Reachability'>;

type FieldWithoutRule = Exclude<
  | FieldsOf<EntryView, 'Person'>
  | FieldsOf<PhoneNumberView, 'PhoneNumber'>
  | FieldsOf<PresenceView, 'Presence'>
  | FieldsOf<AbsenceView, 'Absence'>
  | FieldsOf<ReferralView, 'Referral'>
  | FieldsOf<ForwardingView['target'], 'ForwardingTarget'>
  | FieldsOf<ReachabilityView, 'Reachability'>,
  DisclosedField | Carried
>;
type Nothing<T extends never> = T;
/** A field that is added to a view without a rule in `policy/disclosure.ts` does not compile here. */
export type EveryFieldHasARule = Nothing<FieldWithoutRule>;
