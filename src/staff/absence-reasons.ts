import type { AbsenceReason, Language, PublicAbsenceReason } from '../kernel/absence-words.js';
import { isForbiddenCode } from './forbidden-reasons.js';

/** What a municipality calls a reason, and how it is dialled (`*23*3#`) or written in a calendar (`MÖT:`). */
export type ReasonSetting = {
  readonly reason: AbsenceReason;
  /** Whether absences may be given this reason. OTHER always is. */
  readonly inUse: boolean;
  readonly labelSv: string;
  readonly labelEn: string;
  /** One digit 0 to 9; null where the keypad does not have it. */
  readonly digit: string | null;
  /** Three letters A to Ö, capital; null where calendars do not have it. */
  readonly letterCode: string | null;
};

/** What something is called in each language. */
export type Labels = Readonly<Record<Language, string>>;

/** The longest label, in characters. */
export const maxLabel = 40;

const digits = /^[0-9]$/;
const threeLetters = /^[A-ZÅÄÖ]{3}$/;

/**
 * What a municipality has that has chosen nothing. Digits 0 to 8 are those of a list found in use; no
 * Swedish one is standard. 9, "back at", says no reason, and is OTHER with its return.
 */
export const standardReasons: readonly ReasonSetting[] = [
  standard('LUNCH', 'Lunch', 'Lunch', '0', 'LUN'),
  standard('BREAK', 'Rast', 'Break', null, 'RAS'),
  standard('MEETING', 'Möte', 'Meeting', '3', 'MÖT'),
  standard('VISITOR', 'Besök', 'With a visitor', null, 'BES'),
  standard('ERRAND', 'Tillfälligt ute', 'Out on an errand', null, 'UTE'),
  standard('TRAVEL', 'Tjänsteresa', 'Business trip', '2', 'TJR'),
  standard('COURSE', 'Utbildning', 'Training', '5', 'UTB'),
  standard('REMOTE_WORK', 'Arbetar på annan plats', 'Works elsewhere', '8', 'HEM'),
  standard('GONE_FOR_DAY', 'Gått för dagen', 'Gone for the day', '1', 'GFD'),
  standard('PART_TIME', 'Deltid', 'Part-time, day off', '4', 'DEL'),
  standard('VACATION', 'Semester', 'Vacation', '6', 'SEM'),
  standard('LEAVE', 'Ledig', 'On leave', '7', 'LED'),
  standard('OTHER', 'Ej anträffbar', 'Unavailable', '9', 'ANN'),
];

const standardLabels = Object.fromEntries(
  standardReasons.map(({ reason, labelSv, labelEn }) => [reason, { SV: labelSv, EN: labelEn }]),
) as Readonly<Record<AbsenceReason, Labels>>;

function standard(
  reason: AbsenceReason,
  labelSv: string,
  labelEn: string,
  digit: string | null,
  letterCode: string,
): ReasonSetting {
  return { reason, inUse: true, labelSv, labelEn, digit, letterCode };
}

/** The reason that a dialled digit stands for; null when no reason in use has it. */
export function reasonOfDigit(
  settings: readonly ReasonSetting[],
  digit: string,
): AbsenceReason | null {
  return settings.find((one) => one.inUse && one.digit === digit)?.reason ?? null;
}

/**
 * The reason that a three-letter code stands for, whatever its case; null when no reason in use has it.
 * A code for sickness, care, parenthood or union work is OTHER here, before anything is stored or logged.
 */
export function reasonOfLetterCode(
  settings: readonly ReasonSetting[],
  code: string,
): AbsenceReason | null {
  if (isForbiddenCode(code)) return 'OTHER';
  const wanted = letterCodeFrom(code);
  return settings.find((one) => one.inUse && one.letterCode === wanted)?.reason ?? null;
}

/** A letter code as it is kept. */
export function letterCodeFrom(written: string): string {
  return written.normalize('NFC').trim().toLocaleUpperCase('sv');
}

/** Whether a text is a digit of the keypad. */
export function isDigit(text: string): boolean {
  return digits.test(text);
}

/** Whether a text is a letter code as it is kept. */
export function isLetterCode(text: string): boolean {
  return threeLetters.test(text);
}

const publicLabels: Readonly<Record<PublicAbsenceReason, Labels>> = {
  BRIEFLY_AWAY: { SV: 'Ej på plats', EN: 'Away from the desk' },
  BUSY: { SV: 'Upptagen', EN: 'Busy' },
  AWAY: { SV: 'Ej på arbetsplatsen', EN: 'Away from the workplace' },
  GONE_FOR_DAY: { SV: 'Gått för dagen', EN: 'Gone for the day' },
  ABSENT: { SV: 'Ej anträffbar', EN: 'Unavailable' },
};

/** What is said to those who may not know the exact reason (P21): the same words in every municipality. */
export function publicLabelOf(reason: PublicAbsenceReason): Labels {
  return publicLabels[reason];
}

/** What a reason is called where the municipality has not chosen otherwise. */
export function standardLabelOf(reason: AbsenceReason): Labels {
  return standardLabels[reason];
}

/** The list as it is shown: those in use first, each part in the order of the closed list. */
export function inUseFirst(settings: readonly ReasonSetting[]): readonly ReasonSetting[] {
  return [...settings.filter((one) => one.inUse), ...settings.filter((one) => !one.inUse)];
}
