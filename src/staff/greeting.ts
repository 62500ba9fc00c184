import type { GreetingKind } from '../kernel/phone-words.js';

/** What a caller hears who reaches a number's voicemail (P6, P19), as its holder last said. */
export type Greeting = {
  readonly kind: GreetingKind;
  /** Whether the greeting says whom to turn to instead (P6). */
  readonly namesAlternative: boolean;
  readonly confirmedAt: Date;
};
