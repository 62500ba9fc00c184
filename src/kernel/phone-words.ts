/** The closed lists of lines, forwardings, presence and of what comes of them for a call. */

export const availabilities = [
  'AVAILABLE',
  'BUSY',
  'DO_NOT_DISTURB',
  'BE_RIGHT_BACK',
  'AWAY',
  'OFFLINE',
  'UNKNOWN',
] as const;
export type Availability = (typeof availabilities)[number];

/** What somebody is doing (RPID, RFC 4480); nothing about health, family or union work has a word here. */
export const activities = [
  'AVAILABLE',
  'IN_CALL',
  'IN_MEETING',
  'LUNCH',
  'BREAK',
  'TRAVEL',
  'OFF_WORK',
  'OUT_OF_OFFICE',
  'VACATION',
  'COURSE',
  'REMOTE_WORK',
  'OTHER',
  'UNKNOWN',
] as const;
export type Activity = (typeof activities)[number];

/** RFC 4235 dialog states joined with registration; never who is at the other end (P22). */
export const lineStatuses = [
  'IDLE',
  'RINGING',
  'IN_CALL',
  'ON_HOLD',
  'IN_CALL_AND_RINGING',
  'UNREGISTERED',
  'UNKNOWN',
] as const;
export type LineStatus = (typeof lineStatuses)[number];

/** ECMA-269 conditions and the mobile network's "not reachable" (3GPP TS 22.082). */
export const forwardingConditions = [
  'UNCONDITIONAL',
  'BUSY',
  'NO_ANSWER',
  'NOT_REACHABLE',
  'DO_NOT_DISTURB',
] as const;
export type ForwardingCondition = (typeof forwardingConditions)[number];

export const callOrigins = ['ANY', 'INTERNAL', 'EXTERNAL'] as const;
export type CallOrigin = (typeof callOrigins)[number];

export const forwardingLayers = ['PBX', 'MOBILE_NETWORK', 'DIRECTORY'] as const;
export type ForwardingLayer = (typeof forwardingLayers)[number];

/** What a number's voicemail says: a greeting of its holder's own, the exchange's, or nothing since it is off. */
export const greetingKinds = ['PERSONAL', 'STANDARD', 'OFF'] as const;
export type GreetingKind = (typeof greetingKinds)[number];

export const targetKinds = [
  'NUMBER',
  'PERSON',
  'SHARED_LINE',
  'ANSWER_GROUP',
  'SWITCHBOARD',
  'VOICEMAIL',
] as const;
export type TargetKind = (typeof targetKinds)[number];

export const verdicts = [
  'CONNECT',
  'CONNECT_ALTERNATIVE',
  'HOLD_OR_CALL_BACK',
  'ANSWERED_BY_OTHER',
  'TAKE_MESSAGE',
  'UNKNOWN',
] as const;
export type Verdict = (typeof verdicts)[number];

/** The rules of reachability, in the order in which they are asked; the first that applies answers. */
export const reachabilityRules = [
  'LEFT',
  'ABSENT_FORWARDED',
  'ABSENT',
  'FORWARDING_LOOP',
  'FORWARDED',
  'OUT_OF_HOURS',
  'FORWARDED_TO_VOICEMAIL',
  'FORWARDED_TO_SWITCHBOARD',
  'FORWARDED_TO_NOBODY',
  'NOT_DISTURBED_FORWARDED',
  'NOT_DISTURBED',
  'IN_CALL_FORWARDED',
  'IN_CALL',
  'BUSY',
  'MOBILE_OFF_FORWARDED',
  'MOBILE_OFF',
  'MOBILE_FIRST',
  'DESK_FREE',
  'DESK_OFF_FORWARDED',
  'DESK_OFF_MOBILE',
  'DESK_OFF',
  'SIGNED_OUT_MOBILE',
  'SIGNED_OUT',
  'DESK_UNKNOWN',
  'SWITCHBOARD_INSTEAD',
  'NUMBERS_ON_REQUEST',
  'NO_NUMBER',
] as const;
export type ReachabilityRule = (typeof reachabilityRules)[number];

export const freshnesses = ['LIVE', 'STALE', 'UNKNOWN'] as const;
export type Freshness = (typeof freshnesses)[number];
