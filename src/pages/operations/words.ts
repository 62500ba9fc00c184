import type { Words } from '../words/words.js';
import type { PlanNumber } from './plan-changes.js';
import type {
  ApiKeyKind,
  ApiKeyScope,
  GateRule,
  HeldChange,
  RejectionCode,
  SyncStatus,
} from './schema-types.js';
import type { KeyState } from './key-kinds.js';
import { swedish } from './words-swedish.js';
import { english } from './words-english.js';

/** The texts of the operations page. */
export type OperationsWords = {
  readonly title: string;
  readonly notForYou: string;
  readonly signOut: string;
  readonly otherLanguage: string;
  readonly cannotReach: (at: string) => string;
  readonly noRoles: string;
  readonly limited: string;
  readonly refused: string;
  readonly loading: string;
  readonly cancel: string;
  readonly done: string;
  readonly sources: string;
  readonly directory: string;
  readonly exchange: string;
  readonly good: (ago: string) => string;
  readonly never: string;
  readonly old: (ago: string | null) => string;
  readonly failing: (ago: string) => string;
  readonly exchangeHeard: (ago: string | null) => string;
  readonly readNow: (name: string) => string;
  readonly asked: (name: string) => string;
  readonly plans: string;
  readonly noPlans: string;
  readonly planOf: (source: string, municipality: string) => string;
  readonly heldSince: (when: string) => string;
  readonly why: string;
  readonly would: string;
  readonly samples: string;
  readonly approve: string;
  readonly approveSure: string;
  readonly approveYes: string;
  readonly reject: string;
  readonly rejectSure: string;
  readonly rejectYes: string;
  readonly runs: string;
  readonly run: Readonly<
    Record<'began' | 'source' | 'result' | 'read' | 'changes' | 'rejections', string>
  >;
  readonly preview: string;
  readonly delta: string;
  readonly noChanges: string;
  readonly counts: Readonly<
    Record<
      'created' | 'updated' | 'disabled' | 'missing' | 'removed' | 'raised',
      (n: number) => string
    >
  >;
  readonly showRejections: (n: number) => string;
  readonly rejectionsTitle: (source: string) => string;
  readonly wholeEntry: string;
  readonly showAll: string;
  readonly moreRejections: (n: number) => string;
  readonly notListed: (n: number) => string;
  readonly older: string;
  readonly olderShown: (n: number) => string;
  readonly close: string;
  readonly keys: string;
  readonly newKey: string;
  readonly kind: string;
  readonly label: string;
  readonly labelHint: string;
  readonly municipality: string;
  readonly all: string;
  readonly scopes: string;
  readonly lastDay: string;
  readonly create: string;
  readonly secretOnce: string;
  readonly copy: string;
  readonly copied: string;
  readonly kept: string;
  readonly state: string;
  readonly lastUsed: string;
  readonly unused: string;
  readonly until: (when: string) => string;
  readonly revoke: string;
  readonly revokeSure: (label: string) => string;
  readonly revokeYes: string;
  readonly grants: string;
  readonly grantsNone: string;
  readonly since: string;
  readonly email: string;
  readonly role: string;
  readonly grant: string;
  readonly take: string;
  readonly takeSure: (name: string) => string;
  readonly takeYes: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly rules: Readonly<Record<GateRule, string>>;
  readonly planNumbers: Readonly<Record<PlanNumber, (n: number) => string>>;
  readonly changes: Readonly<Record<HeldChange, string>>;
  readonly statuses: Readonly<Record<SyncStatus, string>>;
  readonly rejections: Readonly<Record<RejectionCode, string>>;
  readonly kinds: Readonly<Record<ApiKeyKind, string>>;
  readonly scope: Readonly<Record<ApiKeyScope, string>>;
  readonly keyStates: Readonly<Record<KeyState, string>>;
};

/** The texts of the operations page, in both languages. */
export const operationsWords: Words<OperationsWords> = { sv: swedish, en: english };
