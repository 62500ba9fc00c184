// Written by npm run client-types from schema.graphql and documents.ts; not by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How an absence is covered (P10). */
export type AbsenceCover =
  /** All calls are forwarded within the cooperation (intern vidarekoppling). */
  | 'FORWARDING'
  /** Not covered. */
  | 'NONE'
  /** Somebody answers instead, or the switchboard or an answer group (hänvisning). */
  | 'REFERRAL'
  /** The telephone still rings. */
  | 'RINGING'
  /** All calls go to voicemail, where a personal greeting names an alternative (personlig telefonsvarare, P6). */
  | 'VOICEMAIL';

/** Why somebody is absent. No health, family or union reason exists: such absences are OTHER. */
export type AbsenceReason =
  /** Break. */
  | 'BREAK'
  /** Course (utbildning). */
  | 'COURSE'
  /** On an errand (ärende). */
  | 'ERRAND'
  /** Gone for the day (gått för dagen). */
  | 'GONE_FOR_DAY'
  /** On leave (ledig). */
  | 'LEAVE'
  /** Lunch. */
  | 'LUNCH'
  /** Meeting (möte). */
  | 'MEETING'
  /** Cannot be reached (ej anträffbar). */
  | 'OTHER'
  /** Does not work at this time (deltid). */
  | 'PART_TIME'
  /** Works elsewhere; the telephone rings. */
  | 'REMOTE_WORK'
  /** Business trip (tjänsteresa). */
  | 'TRAVEL'
  /** Vacation (semester). */
  | 'VACATION'
  /** Has a visitor (besök). */
  | 'VISITOR';

/** What of an absence that repeats is ended. */
export type AbsenceScope =
  /** The occurrence under way; where none is, the next one is cancelled. */
  | 'OCCURRENCE'
  /** All that is left of it. */
  | 'SERIES';

/** Wish of a caller. */
export type BlindContactInput = {
  /** Where the caller wants to be reached. */
  readonly callerNumber: string;
  /** What to pass on, at most 500 characters; no personnummer. */
  readonly message: string;
  /** The municipality whose officers get it, such as "1861". */
  readonly municipalityCode: string;
  /** Whom the caller asks for, at most 100 characters; nobody is looked up. */
  readonly name: string;
};

/** Employee id within a municipality. */
export type EmployeeRef = {
  /** The directory's employee id. */
  readonly employeeId: string;
  /** SCB's four-digit code. */
  readonly municipalityCode: string;
};

/** End of an absence. */
export type EndAbsenceInput = {
  /** When; none means now. */
  readonly at?: string | null;
  /** The version that you read. */
  readonly expectedVersion?: string | null;
  /** The absence. */
  readonly id: string | number;
  /** Chosen by the client, 1 to 64 characters: the same request with the same key is carried out once within a day. Another request with it is refused (CONFLICT). */
  readonly idempotencyKey?: string | null;
  /** What of an absence that repeats; of no account for others. */
  readonly scope?: AbsenceScope | null;
};

/** Age class of facts. */
export type Freshness =
  /** Reported, and still valid. */
  | 'LIVE'
  /** Reported once, no longer valid. */
  | 'STALE'
  /** Never reported. */
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

/** What an entry stands for; a telephone that a team shares is a SharedLine. */
export type PersonKind =
  /** An elected representative (P21). */
  | 'ELECTED_REPRESENTATIVE'
  /** Somebody employed. */
  | 'EMPLOYEE'
  /** A task with a telephone, not a person. */
  | 'FUNCTION';

/** Exactly one way to name a person. */
export type PersonRef =
  | {
      /** Work e-mail. */
      readonly email: string;
      readonly employee?: never;
      readonly id?: never;
    }
  | {
      readonly email?: never; /** Employee id. */
      readonly employee: EmployeeRef;
      readonly id?: never;
    }
  | {
      readonly email?: never;
      readonly employee?: never; /** Global id. */
      readonly id: string | number;
    };

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

/** A rule of reachability, in the order in which they are asked; the first that applies answers. */
export type ReachabilityRule =
  /** Absent with the telephone closed. */
  | 'ABSENT'
  /** Absent with the telephone closed; all calls go to somebody who can take them. */
  | 'ABSENT_FORWARDED'
  /** Busy, as a client of the person says. */
  | 'BUSY'
  /** The telephone is free. */
  | 'DESK_FREE'
  /** The telephone is not connected. */
  | 'DESK_OFF'
  /** The telephone is not connected; calls go to somebody then. */
  | 'DESK_OFF_FORWARDED'
  /** The telephone is not connected; the mobile is tried. */
  | 'DESK_OFF_MOBILE'
  /** Nothing is known of the telephone; it is tried. */
  | 'DESK_UNKNOWN'
  /** All calls go to somebody who can take them. */
  | 'FORWARDED'
  /** All calls go to somebody who cannot take them. */
  | 'FORWARDED_TO_NOBODY'
  /** All calls go to the switchboard. */
  | 'FORWARDED_TO_SWITCHBOARD'
  /** All calls go to voicemail. */
  | 'FORWARDED_TO_VOICEMAIL'
  /** All calls go in a loop, which is passed over. */
  | 'FORWARDING_LOOP'
  /** A telephone of the person is taken. */
  | 'IN_CALL'
  /** A telephone of the person is taken; calls go to somebody meanwhile. */
  | 'IN_CALL_FORWARDED'
  /** Does not work here any more. */
  | 'LEFT'
  /** Works elsewhere, forwards to the mobile, or has nothing else. */
  | 'MOBILE_FIRST'
  /** Only the mobile could be called, and it is off. */
  | 'MOBILE_OFF'
  /** Only the mobile could be called, and it is off; calls go to somebody then. */
  | 'MOBILE_OFF_FORWARDED'
  /** Not to be disturbed. */
  | 'NOT_DISTURBED'
  /** Not to be disturbed; calls go to somebody meanwhile. */
  | 'NOT_DISTURBED_FORWARDED'
  /** There is no number to call. */
  | 'NO_NUMBER'
  /** You get the numbers only by asking for them, with a purpose. */
  | 'NUMBERS_ON_REQUEST'
  /** The workplace is closed, and the person is not signed in as available. */
  | 'OUT_OF_HOURS'
  /** Signed out everywhere, with nothing known of the telephone. */
  | 'SIGNED_OUT'
  /** Signed out everywhere, with nothing known of the telephone; the mobile is tried. */
  | 'SIGNED_OUT_MOBILE'
  /** The switchboard's number is given instead of the person's. */
  | 'SWITCHBOARD_INSTEAD';

/** How an absence repeats. Each occurrence has the same times on the wall clock in Sweden, on both sides of the nights when it changes. */
export type RecurrenceInput = {
  /** Without those that begin on a Saturday, a Sunday, a Swedish public holiday, or the eve of Midsummer, Christmas or New Year. */
  readonly exceptHolidays?: boolean | null;
  /** By the day, week, month or year; without COUNT or UNTIL it goes on until somebody ends it. The first occurrence has to follow it. */
  readonly rule: string;
};

/** Exactly one who answers instead (hänvisning). */
export type ReferralInput =
  | {
      /** The answer group of this unit (svarsgrupp). */
      readonly answerGroupOf: string | number;
      readonly entryId?: never;
      readonly switchboard?: never;
      readonly voicemail?: never;
    }
  | {
      readonly answerGroupOf?: never; /** A person, or a shared telephone. */
      readonly entryId: string | number;
      readonly switchboard?: never;
      readonly voicemail?: never;
    }
  | {
      readonly answerGroupOf?: never;
      readonly entryId?: never; /** The switchboard: true. */
      readonly switchboard: boolean;
      readonly voicemail?: never;
    }
  | {
      readonly answerGroupOf?: never;
      readonly entryId?: never;
      readonly switchboard?: never; /** The person's own voicemail: true. */
      readonly voicemail: boolean;
    };

/** Whose numbers, and why. */
export type RevealNumbersInput = {
  /** With OTHER, and only then: the case, at most 100 characters; no name. */
  readonly caseReference?: string | null;
  /** Whose. */
  readonly personId: string | number;
  /** Why; it is recorded. */
  readonly purpose: RevealPurpose;
};

/** Why somebody asks for the numbers of a RESTRICTED person. */
export type RevealPurpose =
  /** To put a call through. */
  | 'CONNECT_CALL'
  /** Life, health or property is in danger. */
  | 'EMERGENCY'
  /** Something else, in a case that is named. */
  | 'OTHER'
  /** To leave a message that cannot wait. */
  | 'URGENT_MESSAGE';

/** By what a hit was found; never by anything that you may not see. */
export type SearchField =
  /** Mail address. */
  | 'EMAIL'
  /** Employee id. */
  | 'EMPLOYEE_ID'
  /** Family name. */
  | 'FAMILY_NAME'
  /** Given name. */
  | 'GIVEN_NAME'
  /** The municipality. */
  | 'MUNICIPALITY'
  /** Name of a function, a shared telephone or a unit, or what else stands in a displayed name; as a whole. */
  | 'NAME'
  /** A word of a unit's name. */
  | 'NAME_PART'
  /** The end of a number, or an extension. */
  | 'NUMBER'
  /** A subject or one of its synonyms, as a whole (P14). */
  | 'SUBJECT'
  /** A word of a subject. */
  | 'SUBJECT_PART'
  /** Title, as a whole. */
  | 'TITLE'
  /** A word of a title. */
  | 'TITLE_PART'
  /** A word of the name of the unit where somebody works. */
  | 'UNIT';

/** An absence. Null and absent mean the same. */
export type SetAbsenceInput = {
  /** Expected back. None means as usual for the reason, and about then: an hour for LUNCH, MEETING and VISITOR, 15 minutes for BREAK, two hours for ERRAND, 17.00 for REMOTE_WORK, 8.00 the next working day for GONE_FOR_DAY and PART_TIME; and not known for other reasons, with `openEnded`, or when that has passed. */
  readonly endsAt?: string | null;
  /** How sure. */
  readonly endsAtPrecision?: TimePrecision | null;
  /** The version that you read, when changing. */
  readonly expectedVersion?: string | null;
  /** The absence to change; none for a new one. */
  readonly id?: string | number | null;
  /** Chosen by the client, 1 to 64 characters: the same request with the same key is carried out once within a day. Another request with it is refused (CONFLICT). */
  readonly idempotencyKey?: string | null;
  /** Note for operators, at most 200 characters; erased when the absence ends. */
  readonly note?: string | null;
  /** Nobody knows when the person is back: no end is taken for granted. */
  readonly openEnded?: boolean | null;
  /** Whose. */
  readonly person: PersonRef;
  /** Whether the telephone still rings; none means as usual for the reason. */
  readonly phoneRings?: boolean | null;
  /** Why. */
  readonly reason: AbsenceReason;
  /** How it repeats; start and end are those of the first occurrence. None means that it does not; a change replaces the whole series. */
  readonly recurrence?: RecurrenceInput | null;
  /** Who answers instead (hänvisning, P10); none for nobody. */
  readonly referral?: ReferralInput | null;
  /** Start; none means now. */
  readonly startsAt?: string | null;
};

/** What facts come from that nobody writes here. */
export type SourceKind =
  /** A telephone exchange that reports. */
  | 'EXCHANGE'
  /** A directory that is read. */
  | 'LDAP';

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

/** Expected refusals. */
export type UserErrorCode =
  /** Somebody else was first: read again. */
  | 'CONFLICT'
  /** The values contradict each other or the rules. */
  | 'INVALID'
  /** The time has passed. */
  | 'IN_PAST'
  /** Too many. */
  | 'LIMIT'
  /** Calls would go round in circles. */
  | 'LOOP'
  /** You may not make this change. */
  | 'NOT_ALLOWED'
  /** There is none, or none for you. */
  | 'NOT_FOUND'
  /** This number cannot be used here. */
  | 'NUMBER_NOT_ALLOWED'
  /** A text is too long. */
  | 'TOO_LONG';

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

export type BlindContactRequestMutationVariables = Exact<{
  input: BlindContactInput;
}>;

export type BlindContactRequestMutation = {
  readonly blindContactRequest: {
    readonly accepted: boolean;
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type CardOfQueryVariables = Exact<{
  id: string | number;
  language?: Language | null;
}>;

export type CardOfQuery = {
  readonly node:
    | { readonly id: string; readonly type: 'Absence' }
    | { readonly id: string; readonly type: 'ApiKey' }
    | { readonly id: string; readonly type: 'Forwarding' }
    | { readonly id: string; readonly type: 'Municipality' }
    | ({
        readonly kind: PersonKind | null;
        readonly id: string;
        readonly type: 'Person';
        readonly numbers: ReadonlyArray<CardNumberFragment>;
        readonly subjects: ReadonlyArray<{ readonly word: string }>;
        readonly bestReached: ReadonlyArray<{
          readonly weekday: number;
          readonly from: string;
          readonly to: string;
        }>;
        readonly absences: ReadonlyArray<CardAbsenceFragment>;
        readonly reachability: CardReachabilityFragment | null;
      } & ConsoleEntry_Person_Fragment)
    | ({
        readonly id: string;
        readonly type: 'SharedLine';
        readonly numbers: ReadonlyArray<CardNumberFragment>;
        readonly subjects: ReadonlyArray<{ readonly word: string }>;
        readonly responsible: CardAnswerer_Person_Fragment | null;
        readonly reachability: CardReachabilityFragment | null;
      } & ConsoleEntry_SharedLine_Fragment)
    | { readonly id: string; readonly type: 'SyncRun' }
    | {
        readonly displayName: string;
        readonly id: string;
        readonly type: 'Unit';
        readonly municipality: { readonly code: string; readonly name: string };
        readonly parent: { readonly name: string } | null;
        readonly subjects: ReadonlyArray<{ readonly word: string }>;
        readonly openingHours: ReadonlyArray<{
          readonly weekday: number;
          readonly from: string;
          readonly to: string;
        }>;
        readonly answerGroup: ReadonlyArray<
          CardAnswerer_Person_Fragment | CardAnswerer_SharedLine_Fragment
        >;
        readonly phoneResponsibles: ReadonlyArray<CardAnswerer_Person_Fragment>;
        readonly manager: CardAnswerer_Person_Fragment | null;
      }
    | null;
};

export type CardNumberFragment = {
  readonly kind: NumberKind;
  readonly e164: string | null;
  readonly extension: string | null;
  readonly uri: string | null;
  readonly mayTellCaller: boolean | null;
};

type CardOther_Person_Fragment = { readonly id: string; readonly displayName: string };

type CardOther_SharedLine_Fragment = { readonly id: string; readonly displayName: string };

export type CardOtherFragment = CardOther_Person_Fragment | CardOther_SharedLine_Fragment;

type CardAnswerer_Person_Fragment = {
  readonly title: string | null;
  readonly reachability: {
    readonly canConnect: boolean;
    readonly connectTo: CardNumberFragment | null;
  } | null;
} & CardOther_Person_Fragment;

type CardAnswerer_SharedLine_Fragment = {
  readonly reachability: {
    readonly canConnect: boolean;
    readonly connectTo: CardNumberFragment | null;
  } | null;
} & CardOther_SharedLine_Fragment;

export type CardAnswererFragment = CardAnswerer_Person_Fragment | CardAnswerer_SharedLine_Fragment;

export type CardAbsenceFragment = {
  readonly id: string;
  readonly version: string | null;
  readonly reason: AbsenceReason | null;
  readonly reasonLabel: string;
  readonly publicReason: PublicAbsenceReason;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly endsAtPrecision: TimePrecision;
  readonly phoneRings: boolean | null;
  readonly note: string | null;
  readonly cover: AbsenceCover | null;
  readonly recurrence: { readonly exceptHolidays: boolean } | null;
  readonly referral: {
    readonly kind: TargetKind;
    readonly entry: CardOther_Person_Fragment | CardOther_SharedLine_Fragment | null;
    readonly unit: { readonly id: string; readonly name: string } | null;
  } | null;
};

export type CardReachabilityFragment = {
  readonly freshness: Freshness;
  readonly validUntil: string;
  readonly trace: ReadonlyArray<ReachabilityRule> | null;
  readonly messageTo: {
    readonly email: string;
    readonly entry: CardOther_Person_Fragment | CardOther_SharedLine_Fragment;
  } | null;
  readonly alternatives: ReadonlyArray<{
    readonly rank: number;
    readonly canConnect: boolean;
    readonly entry:
      | ({ readonly title: string | null } & CardOther_Person_Fragment)
      | CardOther_SharedLine_Fragment;
    readonly number: CardNumberFragment | null;
  }>;
};

export type EndAbsenceMutationVariables = Exact<{
  input: EndAbsenceInput;
}>;

export type EndAbsenceMutation = {
  readonly endAbsence: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type MunicipalitiesNowQueryVariables = Exact<{ [key: string]: never }>;

export type MunicipalitiesNowQuery = {
  readonly municipalities: ReadonlyArray<{
    readonly code: string;
    readonly name: string;
    readonly lastCompleteSyncAt: string | null;
    readonly sources: ReadonlyArray<{
      readonly name: string;
      readonly kind: SourceKind;
      readonly freshness: Freshness;
      readonly lastCompleteAt: string | null;
      readonly lastReportAt: string | null;
    }>;
    readonly absenceReasons: ReadonlyArray<{
      readonly reason: AbsenceReason;
      readonly labelSv: string;
      readonly labelEn: string;
      readonly inUse: boolean;
    }>;
  }> | null;
};

export type RevealNumbersMutationVariables = Exact<{
  input: RevealNumbersInput;
}>;

export type RevealNumbersMutation = {
  readonly revealNumbers: {
    readonly numbers: ReadonlyArray<{
      readonly kind: NumberKind;
      readonly e164: string | null;
      readonly extension: string | null;
      readonly uri: string | null;
      readonly mayTellCaller: boolean | null;
    }> | null;
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type SearchHitsQueryVariables = Exact<{
  query: string;
  near?: string | null;
}>;

export type SearchHitsQuery = {
  readonly searchDirectory: {
    readonly edges: ReadonlyArray<{
      readonly matchedOn: ReadonlyArray<{ readonly field: SearchField }>;
      readonly node:
        | ({
            readonly id: string;
            readonly displayName: string;
            readonly type: 'Person';
            readonly municipality: { readonly code: string; readonly name: string };
            readonly subjects: ReadonlyArray<{
              readonly word: string;
              readonly synonyms: ReadonlyArray<string>;
            }>;
          } & ConsoleEntry_Person_Fragment)
        | ({
            readonly id: string;
            readonly displayName: string;
            readonly type: 'SharedLine';
            readonly municipality: { readonly code: string; readonly name: string };
            readonly subjects: ReadonlyArray<{
              readonly word: string;
              readonly synonyms: ReadonlyArray<string>;
            }>;
          } & ConsoleEntry_SharedLine_Fragment)
        | {
            readonly id: string;
            readonly displayName: string;
            readonly type: 'Unit';
            readonly municipality: { readonly code: string; readonly name: string };
            readonly subjects: ReadonlyArray<{
              readonly word: string;
              readonly synonyms: ReadonlyArray<string>;
            }>;
          };
    }>;
  } | null;
};

type ConsoleEntry_Person_Fragment = {
  readonly title: string | null;
  readonly leftAt: string | null;
  readonly id: string;
  readonly displayName: string;
  readonly type: 'Person';
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly reachability: {
    readonly verdict: Verdict;
    readonly reason: PublicAbsenceReason | null;
    readonly backAt: string | null;
    readonly backAtPrecision: TimePrecision | null;
    readonly phrase: string | null;
    readonly connectTo: {
      readonly kind: NumberKind;
      readonly e164: string | null;
      readonly extension: string | null;
      readonly uri: string | null;
      readonly mayTellCaller: boolean | null;
    } | null;
    readonly answeredBy:
      | { readonly id: string; readonly displayName: string }
      | { readonly id: string; readonly displayName: string }
      | null;
  } | null;
};

type ConsoleEntry_SharedLine_Fragment = {
  readonly id: string;
  readonly displayName: string;
  readonly type: 'SharedLine';
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly reachability: {
    readonly verdict: Verdict;
    readonly reason: PublicAbsenceReason | null;
    readonly backAt: string | null;
    readonly backAtPrecision: TimePrecision | null;
    readonly phrase: string | null;
    readonly connectTo: {
      readonly kind: NumberKind;
      readonly e164: string | null;
      readonly extension: string | null;
      readonly uri: string | null;
      readonly mayTellCaller: boolean | null;
    } | null;
    readonly answeredBy:
      | { readonly id: string; readonly displayName: string }
      | { readonly id: string; readonly displayName: string }
      | null;
  } | null;
};

export type ConsoleEntryFragment = ConsoleEntry_Person_Fragment | ConsoleEntry_SharedLine_Fragment;

export type SetAbsenceMutationVariables = Exact<{
  input: SetAbsenceInput;
}>;

export type SetAbsenceMutation = {
  readonly setAbsence: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};
