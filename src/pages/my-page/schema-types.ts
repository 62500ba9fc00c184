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

/** What was done or read. Live facts are not recorded (P22). */
export type AuditAction =
  /** A held plan was approved. */
  | 'APPROVE_PLAN'
  /** A lower level was asked for; another officer has to confirm. */
  | 'ASK_LOWER_LEVEL'
  /** A forwarding was stopped. */
  | 'CLEAR_FORWARDING'
  /** A key was made. */
  | 'CREATE_KEY'
  /** An absence was ended early, or cancelled. */
  | 'END_ABSENCE'
  /** Ended absences were erased, by the municipality's decision on retention. */
  | 'ERASE_ABSENCES'
  /** What was kept of somebody who had left was erased. */
  | 'ERASE_LEAVER'
  /** A list was written. */
  | 'EXPORT'
  /** A role was granted. */
  | 'GRANT_ROLE'
  /** A caller's wish was handled. */
  | 'HANDLE_CONTACT_REQUEST'
  /** Replaced the absences that come from a calendar. */
  | 'IMPORT_CALENDAR'
  /** A level of confidentiality was lowered. */
  | 'LOWER_LEVEL'
  /** Somebody was named who may see a person that is PROTECTED. */
  | 'NAME_VIEWER'
  /** A level of confidentiality was set, never to a lower one. */
  | 'RAISE_LEVEL'
  /** This record was read about a person, or with a reference to a case. */
  | 'READ_AUDIT'
  /** Somebody PROTECTED was read, by anybody else. */
  | 'READ_PROTECTED'
  /** A held plan was rejected. */
  | 'REJECT_PLAN'
  /** Somebody who had been named was no more. */
  | 'REMOVE_VIEWER'
  /** A sync was asked for. */
  | 'REQUEST_SYNC'
  /** The numbers of somebody RESTRICTED were asked for. */
  | 'REVEAL_NUMBERS'
  /** A key was revoked. */
  | 'REVOKE_KEY'
  /** A role was taken back. */
  | 'REVOKE_ROLE'
  /** A caller's wish was passed on to the officers. */
  | 'SEND_CONTACT_REQUEST'
  /** An absence was reported or changed. */
  | 'SET_ABSENCE'
  /** A municipality's reasons for absence were changed. */
  | 'SET_ABSENCE_REASONS'
  /** Who answers for a unit together was changed. */
  | 'SET_ANSWER_GROUP'
  /** When somebody is best reached was changed. */
  | 'SET_BEST_REACHED'
  /** Whom a unit turns to when telephones fail was changed. */
  | 'SET_FAULT_CONTACT'
  /** A forwarding was set. */
  | 'SET_FORWARDING'
  /** What a number's voicemail says was told. */
  | 'SET_GREETING'
  /** Numbers were changed beside those of the directory. */
  | 'SET_NUMBERS'
  /** A unit's opening hours were changed. */
  | 'SET_OPENING_HOURS'
  /** How somebody PROTECTED appears was changed. */
  | 'SET_PRESENTATION'
  /** A municipality's settings were changed. */
  | 'SET_SETTINGS'
  /** Who is responsible for a shared telephone was changed. */
  | 'SET_SHARED_LINE'
  /** Who usually stands in for somebody was changed. */
  | 'SET_STAND_INS'
  /** By which words callers ask for what a unit or an entry handles was changed. */
  | 'SET_SUBJECT_WORDS'
  /** Who manages or answers for a unit was changed. */
  | 'SET_UNIT_DUTY'
  /** A sync added somebody. */
  | 'SYNC_CREATE'
  /** A sync missed somebody. */
  | 'SYNC_MISSING'
  /** A directory's mark raised a level. */
  | 'SYNC_RAISE'
  /** A sync met somebody again. */
  | 'SYNC_RETURN'
  /** A sync changed somebody. */
  | 'SYNC_UPDATE'
  /** The levels that one sync raised were undone, as one change. */
  | 'UNDO_RISES';

/** Where a call comes from. */
export type CallOrigin =
  /** Anywhere. */
  | 'ANY'
  /** Outside. */
  | 'EXTERNAL'
  /** Within the telephone system. */
  | 'INTERNAL';

/** Forwarding to stop. */
export type ClearForwardingInput = {
  /** The version that you read. */
  readonly expectedVersion?: string | null;
  /** The forwarding. */
  readonly id: string | number;
  /** Chosen by the client, 1 to 64 characters: the same request with the same key is carried out once within a day. Another request with it is refused (CONFLICT). */
  readonly idempotencyKey?: string | null;
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

/** Who is the first to act on a finding (P11). */
export type FindingActor =
  /** Whoever leads the unit. */
  | 'MANAGER'
  /** Whoever answers for the unit (telefonansvarig, P12). */
  | 'PHONE_RESPONSIBLE'
  /** Whoever it is about. */
  | 'SELF'
  /** A technician of the telephone system. */
  | 'TECHNICIAN';

/** What the telephone policy asks for and is not so (P11). */
export type FindingRule =
  /** Absent, with neither referral nor internal forwarding nor a voicemail that names an alternative (P10). */
  | 'ABSENT_WITHOUT_COVER'
  /** Times at which somebody is best reached, which no department has decided to show (P8). */
  | 'BEST_REACHED_WITHOUT_DECISION'
  /** Calls go in a ring (P4). */
  | 'FORWARDING_LOOP'
  /** A mobile telephone without a personal greeting (P19). */
  | 'MOBILE_WITHOUT_GREETING'
  /** A workplace of more than one without an answer group (svarsgrupp, P9). */
  | 'NO_ANSWER_GROUP'
  /** No number at all (P5). */
  | 'NO_NUMBER'
  /** A workplace without a telefonansvarig of its own or of a unit above (P12). */
  | 'NO_PHONE_RESPONSIBLE'
  /** Absent for a fortnight without anybody having said until when (P17). */
  | 'OVERDUE_RETURN'
  /** A shared telephone that nobody is responsible for (P16). */
  | 'SHARED_LINE_WITHOUT_RESPONSIBLE'
  /** A number from a directory that was not read to its end for a week (P5). */
  | 'STALE_NUMBER';

/** When a forwarding acts (ECMA-269, and not-reachable of the mobile network). */
export type ForwardingCondition =
  /** When the line is busy. */
  | 'BUSY'
  /** While do-not-disturb is on. */
  | 'DO_NOT_DISTURB'
  /** When the telephone is not connected. */
  | 'NOT_REACHABLE'
  /** When nobody answers in time. */
  | 'NO_ANSWER'
  /** Always. */
  | 'UNCONDITIONAL';

/** Where a forwarding is set. */
export type ForwardingLayer =
  /** In this system. */
  | 'DIRECTORY'
  /** In the mobile network. */
  | 'MOBILE_NETWORK'
  /** In the municipality's exchange. */
  | 'PBX';

/** What a number's voicemail says. */
export type GreetingKind =
  /** Nothing: voicemail is off. */
  | 'OFF'
  /** A greeting of its holder's own. */
  | 'PERSONAL'
  /** The exchange's or the operator's. */
  | 'STANDARD';

/** A language of labels. */
export type Language =
  /** English. */
  | 'EN'
  /** Swedish. */
  | 'SV';

/** Widest audience of a mobile number (P20). */
export type NumberAudience =
  /** And everybody in the cooperating municipalities. */
  | 'COOPERATION'
  /** Operators, technicians, the telephone system, and those who lead or answer for the unit. */
  | 'OPERATORS_ONLY'
  /** And everybody in the own municipality; the default. */
  | 'OWN_MUNICIPALITY';

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

/** Confidentiality of a person. */
export type ProtectionLevel =
  /** Published as usual. */
  | 'OPEN'
  /** Does not exist for anybody but the person, the confidentiality officers, and those whom an officer has named. */
  | 'PROTECTED'
  /** Colleagues get the switchboard's number, and absence without detail. */
  | 'RESTRICTED';

/** How a PROTECTED person appears to everybody else. */
export type ProtectionPresentation =
  /** As a card of its own, with a name that the person chose and the switchboard's number. */
  | 'ALIAS'
  /** Not at all; the default. */
  | 'HIDDEN';

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

/** Who answers for each other in a unit (P9). */
export type SetAnswerGroupInput = {
  /** The unit's version as it was read; null changes whatever is there. */
  readonly expectedVersion?: string | null;
  /** Chosen by the client, 1 to 64 characters: the same request with the same key is carried out once within a day. Another request with it is refused (CONFLICT). */
  readonly idempotencyKey?: string | null;
  /** People, functions and shared telephones of the municipality, the first first; at most 10. */
  readonly memberIds: ReadonlyArray<string | number>;
  /** The unit. */
  readonly unitId: string | number;
};

/** When somebody is best reached (P8). */
export type SetBestReachedInput = {
  /** The person's version that you read. */
  readonly expectedVersion: string;
  /** Chosen by the client, 1 to 64 characters: the same request with the same key is carried out once within a day. Another request with it is refused (CONFLICT). */
  readonly idempotencyKey?: string | null;
  /** Whose times. */
  readonly person: PersonRef;
  /** At most 21, none inside another; an empty list takes them away. */
  readonly windows: ReadonlyArray<WeeklyWindowInput>;
};

/** Whom a unit turns to when telephones fail (P7): an entry or a number, not both. */
export type SetFaultContactInput = {
  /** A person, function or shared telephone. */
  readonly entryId?: string | number | null;
  /** The unit's version as it was read; null changes whatever is there. */
  readonly expectedVersion?: string | null;
  /** Chosen by the client, 1 to 64 characters: the same request with the same key is carried out once within a day. Another request with it is refused (CONFLICT). */
  readonly idempotencyKey?: string | null;
  /** What to do, at most 200 characters. */
  readonly instruction?: string | null;
  /** A number outside the directory. */
  readonly number?: string | null;
  /** The unit. */
  readonly unitId: string | number;
};

/** Forwarding. Rings are refused, of whatever conditions, and so are more than five hops; and calls that would leave the telephone system while somebody is absent (P10), unless the municipality allows it. */
export type SetForwardingInput = {
  /** When it acts. */
  readonly condition: ForwardingCondition;
  /** The version that you read, when changing. */
  readonly expectedVersion?: string | null;
  /** Chosen by the client, 1 to 64 characters: the same request with the same key is carried out once within a day. Another request with it is refused (CONFLICT). */
  readonly idempotencyKey?: string | null;
  /** Where it is set. */
  readonly layer?: ForwardingLayer | null;
  /** 5 to 60 seconds, for NO_ANSWER; none means 20. */
  readonly noAnswerSeconds?: number | null;
  /** For which calls. */
  readonly origin?: CallOrigin | null;
  /** Whose calls. */
  readonly person: PersonRef;
  /** To what. */
  readonly target: TargetInput;
  /** Ends by itself. */
  readonly validUntil?: string | null;
};

/** What a number's voicemail says (P6, P19). */
export type SetGreetingInput = {
  /** The person's version that you read. */
  readonly expectedVersion: string;
  /** Chosen by the client, 1 to 64 characters: the same request with the same key is carried out once within a day. Another request with it is refused (CONFLICT). */
  readonly idempotencyKey?: string | null;
  /** Whose greeting it is. */
  readonly kind: GreetingKind;
  /** Whether it says whom to turn to instead (P6). */
  readonly namesAlternative: boolean;
  /** One of the person's numbers. */
  readonly number: string;
  /** Whose number. */
  readonly person: PersonRef;
};

/** How you want to appear to others. */
export type SetMyPresentationInput = {
  /** The name on the card, with ALIAS only; letters, at most 80, and not your own. */
  readonly alias?: string | null;
  /** How. */
  readonly presentation: ProtectionPresentation;
};

/** Numbers beside the directory's. Null takes away, absent keeps: the one input where they differ. */
export type SetNumbersInput = {
  /** Direct number. */
  readonly direct?: string | null;
  /** The person's version that you read. */
  readonly expectedVersion: string;
  /** Extension of the direct number. */
  readonly extension?: string | null;
  /** Chosen by the client, 1 to 64 characters: the same request with the same key is carried out once within a day. Another request with it is refused (CONFLICT). */
  readonly idempotencyKey?: string | null;
  /** Mobile number. */
  readonly mobile?: string | null;
  /** Who sees the mobile numbers; null means the municipality's setting. */
  readonly mobileAudience?: NumberAudience | null;
  /** Whose. */
  readonly person: PersonRef;
};

/** When a unit answers. */
export type SetOpeningHoursInput = {
  /** The unit's version as it was read; null changes whatever is there. */
  readonly expectedVersion?: string | null;
  /** Chosen by the client, 1 to 64 characters: the same request with the same key is carried out once within a day. Another request with it is refused (CONFLICT). */
  readonly idempotencyKey?: string | null;
  /** The unit. */
  readonly unitId: string | number;
  /** At most 21, none inside another; an empty list says that nobody has said. */
  readonly windows: ReadonlyArray<WeeklyWindowInput>;
};

/** Who is responsible for a shared telephone (P16). */
export type SetSharedLineInput = {
  /** The version of the shared telephone that you read. */
  readonly expectedVersion: string;
  /** The shared telephone. */
  readonly id: string | number;
  /** Chosen by the client, 1 to 64 characters: the same request with the same key is carried out once within a day. Another request with it is refused (CONFLICT). */
  readonly idempotencyKey?: string | null;
  /** Who; null for the directory's nearest supervisor. */
  readonly responsibleId?: string | number | null;
};

/** Who usually stands in for somebody. */
export type SetStandInsInput = {
  /** The person's version that you read. */
  readonly expectedVersion: string;
  /** Chosen by the client, 1 to 64 characters: the same request with the same key is carried out once within a day. Another request with it is refused (CONFLICT). */
  readonly idempotencyKey?: string | null;
  /** For whom. */
  readonly person: PersonRef;
  /** Who, the first first; at most 3. */
  readonly standInIds: ReadonlyArray<string | number>;
};

/** By which words callers ask for what somebody handles (P14). */
export type SetSubjectWordsInput = {
  /** The version of the entry or unit that you read. */
  readonly expectedVersion: string;
  /** Whose words. */
  readonly holder: SubjectHolder;
  /** Chosen by the client, 1 to 64 characters: the same request with the same key is carried out once within a day. Another request with it is refused (CONFLICT). */
  readonly idempotencyKey?: string | null;
  /** All of them, at most 50; an empty list takes them away. */
  readonly subjects: ReadonlyArray<SubjectInput>;
};

/** Who has the duties of a unit. */
export type SetUnitDutiesInput = {
  /** The unit's version as it was read; null changes whatever is there. */
  readonly expectedVersion?: string | null;
  /** Who manages it, at most 20; null keeps them. For TECHNICIAN. An empty list takes the duty from everybody whom you can see. */
  readonly managerIds?: ReadonlyArray<string | number> | null;
  /** Who is telefonansvarig (P12), at most 20; null keeps them. */
  readonly phoneResponsibleIds?: ReadonlyArray<string | number> | null;
  /** The unit. */
  readonly unitId: string | number;
};

/** Where a fact came from. */
export type Source =
  /** The calendar of the person. */
  | 'CALENDAR'
  /** The municipality's directory. */
  | 'LDAP'
  /** Added in this system. */
  | 'LOCAL'
  /** Somebody who leads the unit, or the nearest supervisor. */
  | 'MANAGER'
  /** An operator. */
  | 'OPERATOR'
  /** Who answers for the telephones of the unit (telefonansvarig). */
  | 'PHONE_RESPONSIBLE'
  /** The telephone system. */
  | 'PHONE_SYSTEM'
  /** The person. */
  | 'SELF'
  /** A technician. */
  | 'TECHNICIAN';

/** Exactly one that handles what callers ask for. */
export type SubjectHolder =
  | {
      /** A person, function or shared telephone. */
      readonly entryId: string | number;
      readonly unitId?: never;
    }
  | { readonly entryId?: never; /** A unit. */ readonly unitId: string | number };

/** Something that callers ask for (ämnesord, P14). */
export type SubjectInput = {
  /** Words that callers use for the same thing, under the same rules; at most 20. */
  readonly synonyms?: ReadonlyArray<string>;
  /** The word that it is called by: 2 to 60 letters, digits, spaces and hyphens, with five digits at most. Each word stands once in the whole list, however it is written. */
  readonly word: string;
};

/** Exactly one target. */
export type TargetInput =
  | {
      /** A person. */
      readonly entryId: string | number;
      readonly extension?: never;
      readonly number?: never;
      readonly switchboard?: never;
      readonly voicemail?: never;
    }
  | {
      readonly entryId?: never; /** An extension of the person's dial plan. */
      readonly extension: string;
      readonly number?: never;
      readonly switchboard?: never;
      readonly voicemail?: never;
    }
  | {
      readonly entryId?: never;
      readonly extension?: never; /** A number. */
      readonly number: string;
      readonly switchboard?: never;
      readonly voicemail?: never;
    }
  | {
      readonly entryId?: never;
      readonly extension?: never;
      readonly number?: never; /** The switchboard: true. */
      readonly switchboard: boolean;
      readonly voicemail?: never;
    }
  | {
      readonly entryId?: never;
      readonly extension?: never;
      readonly number?: never;
      readonly switchboard?: never; /** Voicemail: true. */
      readonly voicemail: boolean;
    };

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

/** A time of the week, in Swedish time. */
export type WeeklyWindowInput = {
  /** Begins, as "08:00". */
  readonly from: string;
  /** Ends, as "16:30"; "24:00" ends the day. */
  readonly to: string;
  /** 1 (Monday) to 7 (Sunday). */
  readonly weekday: number;
};

export type ClearForwardingMutationVariables = Exact<{
  input: ClearForwardingInput;
}>;

export type ClearForwardingMutation = {
  readonly clearForwarding: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type ColleaguesQueryVariables = Exact<{
  query: string;
  near?: string | null;
}>;

export type ColleaguesQuery = {
  readonly searchDirectory: {
    readonly edges: ReadonlyArray<{
      readonly node:
        | {
            readonly title: string | null;
            readonly id: string;
            readonly displayName: string;
            readonly type: 'Person';
            readonly unit: { readonly name: string } | null;
            readonly municipality: { readonly name: string };
          }
        | {
            readonly id: string;
            readonly displayName: string;
            readonly type: 'SharedLine';
            readonly municipality: { readonly name: string };
          }
        | {
            readonly id: string;
            readonly displayName: string;
            readonly type: 'Unit';
            readonly municipality: { readonly name: string };
          };
    }>;
  } | null;
};

export type EndAbsenceMutationVariables = Exact<{
  input: EndAbsenceInput;
}>;

export type EndAbsenceMutation = {
  readonly endAbsence: {
    readonly person: {
      readonly currentAbsence: { readonly id: string; readonly phoneRings: boolean | null } | null;
    } | null;
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type FactsQueryVariables = Exact<{
  id: string | number;
  language: Language;
  until: string;
  later: string;
}>;

export type FactsQuery = {
  readonly node:
    | {
        readonly id: string;
        readonly version: string | null;
        readonly displayName: string;
        readonly title: string | null;
        readonly email: string | null;
        readonly employeeId: string | null;
        readonly protectionLevel: ProtectionLevel | null;
        readonly presentation: ProtectionPresentation | null;
        readonly alias: string | null;
        readonly unit: {
          readonly id: string;
          readonly name: string;
          readonly version: string | null;
          readonly phoneResponsibles: ReadonlyArray<{ readonly displayName: string }>;
        } | null;
        readonly manager: { readonly displayName: string } | null;
        readonly municipality: {
          readonly code: string;
          readonly name: string;
          readonly lastCompleteSyncAt: string | null;
          readonly absenceReasons: ReadonlyArray<{
            readonly reason: AbsenceReason;
            readonly labelSv: string;
            readonly labelEn: string;
            readonly inUse: boolean;
          }>;
        };
        readonly numbers: ReadonlyArray<{
          readonly e164: string | null;
          readonly extension: string | null;
          readonly kind: NumberKind;
          readonly source: Source | null;
          readonly audience: NumberAudience | null;
          readonly greeting: {
            readonly kind: GreetingKind;
            readonly namesAlternative: boolean;
            readonly confirmedAt: string;
          } | null;
        }>;
        readonly subjects: ReadonlyArray<{
          readonly word: string;
          readonly synonyms: ReadonlyArray<string>;
        }>;
        readonly bestReached: ReadonlyArray<{
          readonly weekday: number;
          readonly from: string;
          readonly to: string;
        }>;
        readonly currentAbsence: PlannedFragment | null;
        readonly absences: ReadonlyArray<PlannedFragment>;
        readonly later: ReadonlyArray<PlannedFragment>;
        readonly standIns: ReadonlyArray<
          | { readonly id: string; readonly displayName: string }
          | { readonly id: string; readonly displayName: string }
        >;
        readonly forwardings: ReadonlyArray<{
          readonly id: string;
          readonly version: string;
          readonly active: boolean;
          readonly condition: ForwardingCondition;
          readonly origin: CallOrigin;
          readonly layer: ForwardingLayer;
          readonly noAnswerSeconds: number | null;
          readonly validUntil: string | null;
          readonly source: Source;
          readonly target: {
            readonly kind: TargetKind;
            readonly number: string | null;
            readonly entry:
              { readonly displayName: string } | { readonly displayName: string } | null;
          };
        }>;
        readonly reachability: {
          readonly verdict: Verdict;
          readonly reason: PublicAbsenceReason | null;
          readonly backAt: string | null;
          readonly backAtPrecision: TimePrecision | null;
          readonly connectTo: {
            readonly e164: string | null;
            readonly extension: string | null;
            readonly kind: NumberKind;
          } | null;
          readonly answeredBy:
            | { readonly id: string; readonly displayName: string }
            | { readonly id: string; readonly displayName: string }
            | null;
          readonly alternatives: ReadonlyArray<{
            readonly entry: { readonly displayName: string } | { readonly displayName: string };
          }>;
        } | null;
      }
    | Record<PropertyKey, never>
    | null;
};

export type PlannedFragment = {
  readonly id: string;
  readonly version: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly endsAtPrecision: TimePrecision;
  readonly reason: AbsenceReason | null;
  readonly reasonLabel: string;
  readonly phoneRings: boolean | null;
  readonly note: string | null;
  readonly cover: AbsenceCover | null;
  readonly source: Source | null;
  readonly recurrence: {
    readonly rule: string;
    readonly exceptHolidays: boolean;
    readonly endsAt: string | null;
  } | null;
  readonly referral: {
    readonly kind: TargetKind;
    readonly entry:
      | { readonly id: string; readonly displayName: string }
      | { readonly id: string; readonly displayName: string }
      | null;
    readonly unit: { readonly id: string; readonly name: string } | null;
  } | null;
};

export type FindingsQueryVariables = Exact<{
  after?: string | null;
}>;

export type FindingsQuery = {
  readonly policyFindings: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly rule: FindingRule;
        readonly message: string;
        readonly since: string;
        readonly actsFirst: FindingActor;
        readonly person:
          | {
              readonly id: string;
              readonly displayName: string;
              readonly type: 'Person';
              readonly unit: { readonly id: string } | null;
            }
          | {
              readonly id: string;
              readonly displayName: string;
              readonly type: 'SharedLine';
              readonly unit: { readonly id: string } | null;
            }
          | null;
        readonly unit: { readonly id: string; readonly name: string } | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
};

export type MyDutiesQueryVariables = Exact<{ [key: string]: never }>;

export type MyDutiesQuery = {
  readonly viewer: {
    readonly units: ReadonlyArray<{ readonly id: string }>;
    readonly responsibleFor: {
      readonly edges: ReadonlyArray<{
        readonly node: { readonly id: string } | { readonly id: string };
      }>;
    };
  } | null;
};

export type MyPeopleQueryVariables = Exact<{
  after?: string | null;
}>;

export type MyPeopleQuery = {
  readonly viewer: {
    readonly responsibleFor: {
      readonly edges: ReadonlyArray<{
        readonly node:
          | {
              readonly id: string;
              readonly displayName: string;
              readonly title: string | null;
              readonly unit: { readonly id: string; readonly name: string } | null;
              readonly reachability: {
                readonly verdict: Verdict;
                readonly reason: PublicAbsenceReason | null;
                readonly backAt: string | null;
                readonly backAtPrecision: TimePrecision | null;
                readonly answeredBy:
                  { readonly displayName: string } | { readonly displayName: string } | null;
                readonly alternatives: ReadonlyArray<{
                  readonly entry:
                    { readonly displayName: string } | { readonly displayName: string };
                }>;
              } | null;
            }
          | Record<PropertyKey, never>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type MyUnitsQueryVariables = Exact<{ [key: string]: never }>;

export type MyUnitsQuery = {
  readonly viewer: {
    readonly units: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly version: string | null;
      readonly parent: { readonly id: string } | null;
      readonly municipality: { readonly code: string };
      readonly phoneResponsibles: ReadonlyArray<{
        readonly id: string;
        readonly displayName: string;
      }>;
      readonly answerGroup: ReadonlyArray<
        | { readonly id: string; readonly displayName: string }
        | { readonly id: string; readonly displayName: string }
      >;
      readonly openingHours: ReadonlyArray<{
        readonly weekday: number;
        readonly from: string;
        readonly to: string;
      }>;
      readonly subjects: ReadonlyArray<{
        readonly word: string;
        readonly synonyms: ReadonlyArray<string>;
      }>;
      readonly faultContact: {
        readonly number: string | null;
        readonly instruction: string | null;
        readonly entry:
          | { readonly id: string; readonly displayName: string }
          | { readonly id: string; readonly displayName: string }
          | null;
        readonly unit: { readonly id: string; readonly name: string };
      } | null;
    }>;
  } | null;
};

export type ReadersQueryVariables = Exact<{
  id: string | number;
  after?: string | null;
}>;

export type ReadersQuery = {
  readonly accessLog: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly at: string;
        readonly action: AuditAction;
        readonly roles: string;
        readonly purpose: string | null;
        readonly fields: ReadonlyArray<string>;
        readonly municipality: { readonly name: string } | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
};

export type SetAbsenceMutationVariables = Exact<{
  input: SetAbsenceInput;
}>;

export type SetAbsenceMutation = {
  readonly setAbsence: {
    readonly absence: {
      readonly id: string;
      readonly startsAt: string | null;
      readonly endsAt: string | null;
      readonly endsAtPrecision: TimePrecision;
    } | null;
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type SetAnswerGroupMutationVariables = Exact<{
  input: SetAnswerGroupInput;
}>;

export type SetAnswerGroupMutation = {
  readonly setAnswerGroup: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type SetBestReachedMutationVariables = Exact<{
  input: SetBestReachedInput;
}>;

export type SetBestReachedMutation = {
  readonly setBestReached: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type SetFaultContactMutationVariables = Exact<{
  input: SetFaultContactInput;
}>;

export type SetFaultContactMutation = {
  readonly setFaultContact: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type SetForwardingMutationVariables = Exact<{
  input: SetForwardingInput;
}>;

export type SetForwardingMutation = {
  readonly setForwarding: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type SetGreetingMutationVariables = Exact<{
  input: SetGreetingInput;
}>;

export type SetGreetingMutation = {
  readonly setGreeting: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type SetMyPresentationMutationVariables = Exact<{
  input: SetMyPresentationInput;
}>;

export type SetMyPresentationMutation = {
  readonly setMyPresentation: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type SetNumbersMutationVariables = Exact<{
  input: SetNumbersInput;
}>;

export type SetNumbersMutation = {
  readonly setNumbers: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type SetOpeningHoursMutationVariables = Exact<{
  input: SetOpeningHoursInput;
}>;

export type SetOpeningHoursMutation = {
  readonly setOpeningHours: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type SetSharedLineMutationVariables = Exact<{
  input: SetSharedLineInput;
}>;

export type SetSharedLineMutation = {
  readonly setSharedLine: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type SetStandInsMutationVariables = Exact<{
  input: SetStandInsInput;
}>;

export type SetStandInsMutation = {
  readonly setStandIns: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type SetSubjectWordsMutationVariables = Exact<{
  input: SetSubjectWordsInput;
}>;

export type SetSubjectWordsMutation = {
  readonly setSubjectWords: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type SetUnitDutiesMutationVariables = Exact<{
  input: SetUnitDutiesInput;
}>;

export type SetUnitDutiesMutation = {
  readonly setUnitDuties: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type SharedLineFactsQueryVariables = Exact<{
  id: string | number;
}>;

export type SharedLineFactsQuery = {
  readonly node:
    | {
        readonly id: string;
        readonly version: string | null;
        readonly displayName: string;
        readonly municipality: { readonly code: string };
        readonly responsible: { readonly id: string; readonly displayName: string } | null;
      }
    | Record<PropertyKey, never>
    | null;
};

export type UnitFactsQueryVariables = Exact<{
  id: string | number;
}>;

export type UnitFactsQuery = {
  readonly node:
    | {
        readonly id: string;
        readonly name: string;
        readonly version: string | null;
        readonly parent: { readonly id: string } | null;
        readonly municipality: { readonly code: string };
        readonly phoneResponsibles: ReadonlyArray<{
          readonly id: string;
          readonly displayName: string;
        }>;
        readonly answerGroup: ReadonlyArray<
          | { readonly id: string; readonly displayName: string }
          | { readonly id: string; readonly displayName: string }
        >;
        readonly openingHours: ReadonlyArray<{
          readonly weekday: number;
          readonly from: string;
          readonly to: string;
        }>;
        readonly subjects: ReadonlyArray<{
          readonly word: string;
          readonly synonyms: ReadonlyArray<string>;
        }>;
        readonly faultContact: {
          readonly number: string | null;
          readonly instruction: string | null;
          readonly entry:
            | { readonly id: string; readonly displayName: string }
            | { readonly id: string; readonly displayName: string }
            | null;
          readonly unit: { readonly id: string; readonly name: string };
        } | null;
      }
    | Record<PropertyKey, never>
    | null;
};
