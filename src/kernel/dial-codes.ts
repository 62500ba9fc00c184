import type { AbsenceReason } from './absence-words.js';
import type { ForwardingCondition } from './phone-words.js';

/** The conditions that a keypad knows. */
export type DialledCondition = Exclude<ForwardingCondition, 'DO_NOT_DISTURB'>;

/** In which order the four digits of a date are dialled: that depends on the exchange. */
export const dateOrders = ['MMDD', 'DDMM'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** What the codes of one dial plan mean: the digits between the first star or hash and the next. */
export type DialCodes = {
  /** `*23*c*HHMM#`, `#23#`: absence of whose telephone it is. */
  readonly absence: readonly string[];
  /** `*230*ext*c*HHMM#`, `#230*ext#`: absence of somebody else. */
  readonly absenceOfOther: readonly string[];
  readonly forwarding: Readonly<Record<DialledCondition, readonly string[]>>;
  /** `#002#`: every forwarding off. */
  readonly allForwardings: readonly string[];
  readonly dateOrder: DateOrder;
  /** The reasons whose four digits are the time of return; those of the others are its day. */
  readonly timeOfReturn: readonly AbsenceReason[];
};

/** What exchanges and the mobile network have in common (3GPP TS 22.030, 22.082), with the Nordic exchanges' own codes. */
export const standardDialCodes: DialCodes = {
  absence: ['23'],
  absenceOfOther: ['230'],
  forwarding: {
    UNCONDITIONAL: ['21'],
    BUSY: ['67', '212'],
    NO_ANSWER: ['61', '211'],
    NOT_REACHABLE: ['62'],
  },
  allForwardings: ['002'],
  dateOrder: 'MMDD',
  timeOfReturn: ['LUNCH', 'MEETING', 'BREAK', 'VISITOR', 'ERRAND', 'OTHER'],
};
