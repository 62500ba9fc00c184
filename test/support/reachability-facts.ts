import { direct, inMinutes, mobile } from './people.js';
import type {
  ForwardedTo,
  KnownAbsence,
  ReachabilityFacts,
} from '../../src/staff/reachability-facts.js';

/** Somebody with both numbers, of whom nothing is known; say what is different. */
export const nothing: ReachabilityFacts = {
  left: false,
  absence: null,
  direct,
  mobile,
  switchboard: null,
  directLine: 'UNKNOWN',
  mobileLine: 'UNKNOWN',
  session: 'UNKNOWN',
  unconditional: null,
  onBusy: null,
  onNotReachable: null,
  onDoNotDisturb: null,
  closed: null,
  standIn: null,
  expired: false,
  numbersOnRequest: false,
};
export const meeting: KnownAbsence = {
  publicReason: 'BUSY',
  endsAt: inMinutes(60),
  endsAtPrecision: 'ABOUT',
  phoneRings: false,
};
export const closed = { until: inMinutes(900), opensToday: false };
export const elsewhere = { ...direct, e164: '+46582004321' as typeof direct.e164 };
export const other = { ...direct, e164: '+46582004322' as typeof direct.e164 };
export const toElsewhere: ForwardedTo = { kind: 'NUMBER', number: elsewhere, until: null };
export const toVoicemail: ForwardedTo = { kind: 'VOICEMAIL', until: inMinutes(90) };
