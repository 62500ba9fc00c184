import type * as words from '../kernel/phone-words.js';
import { described } from './enums.js';

export const AvailabilityEnum = described<words.Availability>('Availability', 'Base presence.', {
  AVAILABLE: 'Free.',
  BUSY: 'Busy.',
  DO_NOT_DISTURB: 'Does not want to be disturbed.',
  BE_RIGHT_BACK: 'Back in a moment.',
  AWAY: 'Away.',
  OFFLINE: 'Signed out, or no telephone is registered.',
  UNKNOWN: 'Not known, or no longer.',
});

export const ActivityEnum = described<words.Activity>('Activity', 'Presence in more detail.', {
  AVAILABLE: 'Free.',
  IN_CALL: 'On the telephone; never with whom.',
  IN_MEETING: 'In a meeting.',
  LUNCH: 'At lunch.',
  BREAK: 'On a break.',
  TRAVEL: 'On the way.',
  OFF_WORK: 'Not at work now.',
  OUT_OF_OFFICE: 'Elsewhere on duty.',
  VACATION: 'On holiday.',
  COURSE: 'On a course.',
  REMOTE_WORK: 'Working from elsewhere.',
  OTHER: 'Something else.',
  UNKNOWN: 'Not known, or no longer.',
});

export const LineStatusEnum = described<words.LineStatus>(
  'LineStatus',
  'State of a line (RFC 4235, joined with registration); never who is at the other end (P22).',
  {
    IDLE: 'Free.',
    RINGING: 'It rings.',
    IN_CALL: 'A call is on.',
    ON_HOLD: 'A call is held.',
    IN_CALL_AND_RINGING: 'A call is on and another one rings.',
    UNREGISTERED: 'The telephone is not connected.',
    UNKNOWN: 'Not reported, or no longer.',
  },
);

export const VerdictEnum = described<words.Verdict>('Verdict', 'What the operator should do.', {
  CONNECT: 'Put the call through to the person.',
  CONNECT_ALTERNATIVE: 'Put the call through to where the person has sent it.',
  HOLD_OR_CALL_BACK: 'The person is busy: hold, or call back.',
  ANSWERED_BY_OTHER: 'Somebody answers instead.',
  TAKE_MESSAGE: 'Nobody can take the call now.',
  UNKNOWN: 'Cannot be told from what you may see; ask for the numbers.',
});

export const FreshnessEnum = described<words.Freshness>('Freshness', 'Age class of facts.', {
  LIVE: 'Reported, and still valid.',
  STALE: 'Reported once, no longer valid.',
  UNKNOWN: 'Never reported.',
});

export const CallOriginEnum = described<words.CallOrigin>(
  'CallOrigin',
  'Where a call comes from.',
  {
    ANY: 'Anywhere.',
    INTERNAL: 'Within the telephone system.',
    EXTERNAL: 'Outside.',
  },
);

export const ForwardingConditionEnum = described<words.ForwardingCondition>(
  'ForwardingCondition',
  'When a forwarding acts (ECMA-269, and not-reachable of the mobile network).',
  {
    UNCONDITIONAL: 'Always.',
    BUSY: 'When the line is busy.',
    NO_ANSWER: 'When nobody answers in time.',
    NOT_REACHABLE: 'When the telephone is not connected.',
    DO_NOT_DISTURB: 'While do-not-disturb is on.',
  },
);

export const ForwardingLayerEnum = described<words.ForwardingLayer>(
  'ForwardingLayer',
  'Where a forwarding is set.',
  {
    PBX: "In the municipality's exchange.",
    MOBILE_NETWORK: 'In the mobile network.',
    DIRECTORY: 'In this system.',
  },
);

export const GreetingKindEnum = described<words.GreetingKind>(
  'GreetingKind',
  "What a number's voicemail says.",
  {
    PERSONAL: "A greeting of its holder's own.",
    STANDARD: "The exchange's or the operator's.",
    OFF: 'Nothing: voicemail is off.',
  },
);

export const TargetKindEnum = described<words.TargetKind>('TargetKind', 'Kind of target.', {
  NUMBER: 'A number.',
  PERSON: 'A person.',
  SHARED_LINE: 'A shared telephone (P16).',
  ANSWER_GROUP: 'The answer group of a unit (svarsgrupp, P9).',
  SWITCHBOARD: 'The switchboard.',
  VOICEMAIL: 'Voicemail.',
});

export const ReachabilityRuleEnum = described<words.ReachabilityRule>(
  'ReachabilityRule',
  'A rule of reachability, in the order in which they are asked; the first that applies answers.',
  {
    LEFT: 'Does not work here any more.',
    ABSENT_FORWARDED:
      'Absent with the telephone closed; all calls go to somebody who can take them.',
    ABSENT: 'Absent with the telephone closed.',
    FORWARDING_LOOP: 'All calls go in a loop, which is passed over.',
    FORWARDED: 'All calls go to somebody who can take them.',
    OUT_OF_HOURS: 'The workplace is closed, and the person is not signed in as available.',
    FORWARDED_TO_VOICEMAIL: 'All calls go to voicemail.',
    FORWARDED_TO_SWITCHBOARD: 'All calls go to the switchboard.',
    FORWARDED_TO_NOBODY: 'All calls go to somebody who cannot take them.',
    NOT_DISTURBED_FORWARDED: 'Not to be disturbed; calls go to somebody meanwhile.',
    NOT_DISTURBED: 'Not to be disturbed.',
    IN_CALL_FORWARDED: 'A telephone of the person is taken; calls go to somebody meanwhile.',
    IN_CALL: 'A telephone of the person is taken.',
    BUSY: 'Busy, as a client of the person says.',
    MOBILE_OFF_FORWARDED:
      'Only the mobile could be called, and it is off; calls go to somebody then.',
    MOBILE_OFF: 'Only the mobile could be called, and it is off.',
    MOBILE_FIRST: 'Works elsewhere, forwards to the mobile, or has nothing else.',
    DESK_FREE: 'The telephone is free.',
    DESK_OFF_FORWARDED: 'The telephone is not connected; calls go to somebody then.',
    DESK_OFF_MOBILE: 'The telephone is not connected; the mobile is tried.',
    DESK_OFF: 'The telephone is not connected.',
    SIGNED_OUT_MOBILE:
      'Signed out everywhere, with nothing known of the telephone; the mobile is tried.',
    SIGNED_OUT: 'Signed out everywhere, with nothing known of the telephone.',
    DESK_UNKNOWN: 'Nothing is known of the telephone; it is tried.',
    SWITCHBOARD_INSTEAD: "The switchboard's number is given instead of the person's.",
    NUMBERS_ON_REQUEST: 'You get the numbers only by asking for them, with a purpose.',
    NO_NUMBER: 'There is no number to call.',
  },
);
