// Written by npm run client-types from schema.graphql and documents.ts; not by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What a key stands for. Officers, employees and auditors sign in; no key stands for one. */
export type ApiKeyKind =
  /** Another system (ig); it belongs to one municipality. */
  | 'INTEGRATION_KEY'
  /** A municipality's intranet (ik); it belongs to one municipality. */
  | 'INTRANET_KEY'
  /** The switchboard's clients (op). */
  | 'OPERATOR'
  /** The telephone system (pk). */
  | 'PHONE_SYSTEM_KEY'
  /** A technician's tools (te). */
  | 'TECHNICIAN';

/** What a key may do beyond what its kind may. */
export type ApiKeyScope =
  /** See that somebody is absent, and until when. For INTEGRATION_KEY. */
  | 'ABSENCE_READ'
  /** Import the calendars of people of its own municipality, whom it finds by mail address too. For INTEGRATION_KEY. */
  | 'CALENDAR_WRITE'
  /** Pass on what was dialled on a telephone. For PHONE_SYSTEM_KEY. */
  | 'DIAL_WRITE'
  /** Report forwardings. For PHONE_SYSTEM_KEY. */
  | 'FORWARDING_WRITE'
  /** Report line states. For PHONE_SYSTEM_KEY. */
  | 'LINE_WRITE'
  /** See mobile numbers of its own municipality (P20). For INTEGRATION_KEY. */
  | 'NUMBERS_MOBILE'
  /** Report presence sessions. For PHONE_SYSTEM_KEY. */
  | 'PRESENCE_WRITE';

/** A new key. The same kind, municipality and label as a key that lives makes its replacement. */
export type CreateApiKeyInput = {
  /** When it stops working; at most 366 days ahead. */
  readonly expiresAt: string;
  /** What it stands for. */
  readonly kind: ApiKeyKind;
  /** What it is for, at most 80 characters; no person's name and no personnummer. */
  readonly label: string;
  /** SCB's four-digit code; demanded for INTRANET_KEY and INTEGRATION_KEY. */
  readonly municipalityCode?: string | null;
  /** Scopes that the kind can have; none if nothing is said. */
  readonly scopes?: ReadonlyArray<ApiKeyScope> | null;
};

/** Employee id within a municipality. */
export type EmployeeRef = {
  /** The directory's employee id. */
  readonly employeeId: string;
  /** SCB's four-digit code. */
  readonly municipalityCode: string;
};

/** Age class of facts. */
export type Freshness =
  /** Reported, and still valid. */
  | 'LIVE'
  /** Reported once, no longer valid. */
  | 'STALE'
  /** Never reported. */
  | 'UNKNOWN';

/** Why a sync is held. */
export type GateRule =
  /** The first read after the source's base, filter or mapping changed: look at what it would do. */
  | 'CONFIGURATION_CHANGED'
  /** A field vanishes from more than one in ten of those who had it. */
  | 'FIELD_LOSS'
  /** Everybody of one kind is missing, such as every elected representative. */
  | 'KIND_LOSS'
  /** A confidentiality mark that was on somebody is on nobody any more. */
  | 'MARKS_LOST'
  /** More new people than one in five. */
  | 'MASS_CREATION'
  /** More people missing or disabled within seven days than in an ordinary week. */
  | 'MASS_LOSS'
  /** More entries than one in twenty could not be read. */
  | 'MASS_REJECTION'
  /** Most people are gone and others are there: the directory was made anew. */
  | 'REBUILT'
  /** Somebody missing is there again under another key, with the same employee id: to be linked, not made twice. */
  | 'RECREATED';

/** A role to grant or to revoke. */
export type GrantInput = {
  /** Whose; never the own. */
  readonly person: PersonRef;
  /** Which. */
  readonly role: GrantedRole;
};

/** A role that is granted here. */
export type GrantedRole =
  /** Auditor or data protection officer of the own municipality. */
  | 'AUDITOR'
  /** Confidentiality officer of the own municipality. */
  | 'OFFICER'
  /** Switchboard operator, for all municipalities. */
  | 'OPERATOR'
  /** System technician, for all municipalities. */
  | 'TECHNICIAN';

/** What a held plan would do to somebody. */
export type HeldChange =
  /** Would be new; nobody is known by that key, unless they came meanwhile. */
  | 'CREATED'
  /** The account would be disabled. */
  | 'DISABLED'
  /** Would lose the value of a field. */
  | 'LOST_FIELD'
  /** Would be missing. */
  | 'MISSING'
  /** Could not be read, and would stay as it is. */
  | 'REJECTED'
  /** Is there again under another key, and would be linked to it. */
  | 'RELINKED';

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

/** Why a value or an entry of a directory was not taken. */
export type RejectionCode =
  /** Another entry of the same read had the same key. */
  | 'DUPLICATE_KEY'
  /** The value passes as a personnummer, which has no place here. */
  | 'NATIONAL_ID'
  /** The value is no mail address. */
  | 'NOT_AN_ADDRESS'
  /** The value cannot be read as a telephone number. */
  | 'NOT_A_NUMBER'
  /** The value is not text. */
  | 'NOT_UTF8'
  /** The entry has no stable key (objectGUID, entryUUID or nsUniqueId). */
  | 'NO_KEY'
  /** The entry has no name to show. */
  | 'NO_NAME'
  /** A value that is longer than any value of a person. */
  | 'TOO_LONG';

/** What facts come from that nobody writes here. */
export type SourceKind =
  /** A telephone exchange that reports. */
  | 'EXCHANGE'
  /** A directory that is read. */
  | 'LDAP';

/** Which directories to read now. */
export type StartSyncInput = {
  /** Only count what a sync would do: a run of kind PREVIEW. */
  readonly dryRun?: boolean;
  /** SCB's code of the municipality. */
  readonly municipalityCode: string;
  /** A directory's name in the configuration; null for all of the municipality's. */
  readonly source?: string | null;
};

/** How much a sync does. */
export type SyncKind =
  /** Reads everything, and carries it out. */
  | 'COMPLETE'
  /** Reads what has changed since the last one, and carries it out. */
  | 'DELTA'
  /** Reads everything, and only counts what it would do. */
  | 'PREVIEW';

/** What came of a sync. */
export type SyncStatus =
  /** Its process ended before it did. */
  | 'ABORTED'
  /** Carried out, but for what its rejections name. */
  | 'COMPLETED_WITH_ERRORS'
  /** Not read to its end, so nobody was changed, but that some may have been protected. */
  | 'FAILED'
  /** Read to its end; nothing is done before a technician has decided its plan. */
  | 'HELD'
  /** Asked for, and not yet begun. */
  | 'QUEUED'
  /** Under way. */
  | 'RUNNING'
  /** Read to its end, and carried out. */
  | 'SUCCEEDED';

/** Why a sync began. */
export type SyncTrigger =
  /** Somebody ran the command. */
  | 'COMMAND'
  /** A technician asked for it here. */
  | 'REQUEST'
  /** It was time. */
  | 'SCHEDULE';

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

export type ApprovePlanMutationVariables = Exact<{
  hash: string;
}>;

export type ApprovePlanMutation = {
  readonly approvePlan: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type CreateKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;

export type CreateKeyMutation = {
  readonly createApiKey: {
    readonly secret: string | null;
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type GrantRoleMutationVariables = Exact<{
  input: GrantInput;
}>;

export type GrantRoleMutation = {
  readonly grantRole: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type OlderRunsQueryVariables = Exact<{
  after?: string | null;
}>;

export type OlderRunsQuery = {
  readonly syncRuns: {
    readonly edges: ReadonlyArray<{ readonly node: RunFragment }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
};

export type RunFragment = {
  readonly id: string;
  readonly source: string;
  readonly kind: SyncKind;
  readonly trigger: SyncTrigger;
  readonly status: SyncStatus;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly seen: number;
  readonly created: number;
  readonly updated: number;
  readonly disabled: number;
  readonly missing: number;
  readonly removed: number;
  readonly raised: number;
  readonly rejected: number;
  readonly message: string | null;
  readonly municipality: { readonly code: string; readonly name: string };
};

export type OverviewQueryVariables = Exact<{ [key: string]: never }>;

export type OverviewQuery = {
  readonly municipalities: ReadonlyArray<{
    readonly code: string;
    readonly name: string;
    readonly sources: ReadonlyArray<{
      readonly kind: SourceKind;
      readonly name: string;
      readonly lastCompleteAt: string | null;
      readonly lastReportAt: string | null;
      readonly freshness: Freshness;
    }>;
  }> | null;
  readonly heldPlans: ReadonlyArray<{
    readonly hash: string;
    readonly source: string;
    readonly municipalityCode: string;
    readonly rules: ReadonlyArray<GateRule>;
    readonly heldAt: string;
    readonly missing: number;
    readonly disabled: number;
    readonly created: number;
    readonly lostFields: number;
    readonly relinked: number;
    readonly rejected: number;
    readonly samples: ReadonlyArray<{
      readonly change: HeldChange;
      readonly field: string | null;
      readonly entry:
        | { readonly id: string; readonly displayName: string }
        | { readonly id: string; readonly displayName: string }
        | null;
    }>;
  }> | null;
  readonly syncRuns: {
    readonly edges: ReadonlyArray<{ readonly node: RunFragment }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
  readonly apiKeys: ReadonlyArray<{
    readonly id: string;
    readonly prefix: string;
    readonly kind: ApiKeyKind;
    readonly label: string;
    readonly scopes: ReadonlyArray<ApiKeyScope>;
    readonly expiresAt: string;
    readonly revokedAt: string | null;
    readonly lastUsedOn: string | null;
    readonly municipality: { readonly code: string; readonly name: string } | null;
  }> | null;
  readonly grants: ReadonlyArray<{
    readonly role: GrantedRole;
    readonly grantedAt: string;
    readonly municipality: { readonly name: string };
    readonly person: { readonly id: string; readonly displayName: string };
  }> | null;
};

export type RejectPlanMutationVariables = Exact<{
  hash: string;
}>;

export type RejectPlanMutation = {
  readonly rejectPlan: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type RejectionsOfRunQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;

export type RejectionsOfRunQuery = {
  readonly node:
    | {
        readonly rejections: ReadonlyArray<{
          readonly key: string;
          readonly field: string | null;
          readonly code: RejectionCode;
        }>;
      }
    | Record<PropertyKey, never>
    | null;
};

export type RevokeKeyMutationVariables = Exact<{
  id: string | number;
}>;

export type RevokeKeyMutation = {
  readonly revokeApiKey: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type RevokeRoleMutationVariables = Exact<{
  input: GrantInput;
}>;

export type RevokeRoleMutation = {
  readonly revokeGrant: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};

export type StartSyncMutationVariables = Exact<{
  input: StartSyncInput;
}>;

export type StartSyncMutation = {
  readonly startSync: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  };
};
