import type { Language, Words } from '../words/words.js';
import type { ReachabilityRule } from './schema-types.js';

/** What each rule says of itself, and whether it tells what only those in the switchboard may know (P22, P23). */
type Why = Readonly<Record<ReachabilityRule, string>>;

const sv: Why = {
  ABSENT: 'Frånvarande, och telefonen är stängd.',
  ABSENT_FORWARDED: 'Frånvarande, och alla samtal går till någon som kan ta dem.',
  BUSY: 'Upptagen enligt personens egen dator eller mobil.',
  DESK_FREE: 'Telefonen är ledig.',
  DESK_OFF: 'Telefonen är inte ansluten.',
  DESK_OFF_FORWARDED: 'Telefonen är inte ansluten; samtalen går vidare.',
  DESK_OFF_MOBILE: 'Telefonen är inte ansluten; mobilen prövas.',
  DESK_UNKNOWN: 'Inget är känt om telefonen; den prövas.',
  FORWARDED: 'Alla samtal är vidarekopplade till någon som kan ta dem.',
  FORWARDED_TO_NOBODY: 'Alla samtal är vidarekopplade till någon som inte kan ta dem.',
  FORWARDED_TO_SWITCHBOARD: 'Alla samtal är vidarekopplade till växeln.',
  FORWARDED_TO_VOICEMAIL: 'Alla samtal går till telefonsvararen.',
  FORWARDING_LOOP: 'Vidarekopplingen går runt i en ring, och räknas inte.',
  IN_CALL: 'Telefonen är upptagen.',
  IN_CALL_FORWARDED: 'Telefonen är upptagen; samtalen går vidare under tiden.',
  LEFT: 'Arbetar inte här längre.',
  MOBILE_FIRST: 'Mobilen är närmast.',
  MOBILE_OFF: 'Bara mobilen kan ringas, och den är avstängd.',
  MOBILE_OFF_FORWARDED: 'Bara mobilen kan ringas, och den är avstängd; samtalen går vidare.',
  NOT_DISTURBED: 'Vill inte bli störd.',
  NOT_DISTURBED_FORWARDED: 'Vill inte bli störd; samtalen går vidare under tiden.',
  NO_NUMBER: 'Det finns inget nummer.',
  NUMBERS_ON_REQUEST:
    'Numren visas när du begär dem och säger varför. Säg dem inte till uppringaren.',
  OUT_OF_HOURS: 'Arbetsplatsen är stängd.',
  SIGNED_OUT: 'Utloggad överallt, och inget är känt om telefonen.',
  SIGNED_OUT_MOBILE: 'Utloggad överallt; mobilen prövas.',
  SWITCHBOARD_INSTEAD: 'Växelns nummer ges i stället för personens.',
};

const en: Why = {
  ABSENT: 'Absent, and the telephone is closed.',
  ABSENT_FORWARDED: 'Absent, and all calls go to somebody who can take them.',
  BUSY: 'Busy, as a client of the person says.',
  DESK_FREE: 'The telephone is free.',
  DESK_OFF: 'The telephone is not connected.',
  DESK_OFF_FORWARDED: 'The telephone is not connected; calls go on.',
  DESK_OFF_MOBILE: 'The telephone is not connected; the mobile is tried.',
  DESK_UNKNOWN: 'Nothing is known of the telephone; it is tried.',
  FORWARDED: 'All calls are forwarded to somebody who can take them.',
  FORWARDED_TO_NOBODY: 'All calls are forwarded to somebody who cannot take them.',
  FORWARDED_TO_SWITCHBOARD: 'All calls are forwarded to the switchboard.',
  FORWARDED_TO_VOICEMAIL: 'All calls go to voicemail.',
  FORWARDING_LOOP: 'The forwarding goes in a ring, and does not count.',
  IN_CALL: 'The telephone is taken.',
  IN_CALL_FORWARDED: 'The telephone is taken; calls go on meanwhile.',
  LEFT: 'Does not work here any more.',
  MOBILE_FIRST: 'The mobile is nearest.',
  MOBILE_OFF: 'Only the mobile could be called, and it is off.',
  MOBILE_OFF_FORWARDED: 'Only the mobile could be called, and it is off; calls go on.',
  NOT_DISTURBED: 'Not to be disturbed.',
  NOT_DISTURBED_FORWARDED: 'Not to be disturbed; calls go on meanwhile.',
  NO_NUMBER: 'There is no number.',
  NUMBERS_ON_REQUEST: 'The numbers are given only to whoever asks and says why.',
  OUT_OF_HOURS: 'The workplace is closed.',
  SIGNED_OUT: 'Signed out everywhere, and nothing is known of the telephone.',
  SIGNED_OUT_MOBILE: 'Signed out everywhere; the mobile is tried.',
  SWITCHBOARD_INSTEAD: "The switchboard's number is given instead of the person's.",
};

const words: Words<Why> = { sv, en };

/** What somebody's telephones and clients say is for the switchboard alone (P22): not on the screen until asked for. */
const internal: readonly ReachabilityRule[] = [
  'BUSY',
  'DESK_FREE',
  'DESK_OFF',
  'DESK_OFF_FORWARDED',
  'DESK_OFF_MOBILE',
  'DESK_UNKNOWN',
  'IN_CALL',
  'IN_CALL_FORWARDED',
  'MOBILE_FIRST',
  'MOBILE_OFF',
  'MOBILE_OFF_FORWARDED',
  'NOT_DISTURBED',
  'NOT_DISTURBED_FORWARDED',
  'SIGNED_OUT',
  'SIGNED_OUT_MOBILE',
];

/** Whether a rule may stand on a screen that others see. */
export function isTellable(rule: ReachabilityRule): boolean {
  return !internal.includes(rule);
}

/** What a rule says of itself. */
export function whyText(rule: ReachabilityRule, language: Language): string {
  return words[language][rule];
}
