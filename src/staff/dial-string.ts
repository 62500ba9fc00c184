import type { DialCodes, DialledCondition } from '../kernel/dial-codes.js';
import { parseExtension, type Extension } from './phone-number.js';

/** What somebody dialled, before it is known what the digits mean to a municipality. */
export type DialledAction =
  | {
      readonly kind: 'ABSENCE';
      /** Whose, if it is not of whose telephone it is. */
      readonly extension: Extension | null;
      readonly digit: string;
      /** Four digits: a time or a day; null where none was dialled. */
      readonly until: string | null;
      /** Where the digit and the return stand, for whoever says what is wrong with them. */
      readonly at: { readonly digit: number; readonly until: number };
    }
  | { readonly kind: 'END_ABSENCE'; readonly extension: Extension | null }
  | {
      readonly kind: 'FORWARD';
      readonly condition: DialledCondition;
      readonly number: string;
      readonly seconds: number | null;
      readonly at: number;
    }
  | { readonly kind: 'SWITCH_ON' | 'SWITCH_OFF'; readonly condition: DialledCondition }
  | { readonly kind: 'ALL_OFF' };

/** What was dialled, or the character, counted from 1, at which it broke off. */
export type Dialled =
  | { readonly ok: true; readonly action: DialledAction }
  | { readonly ok: false; readonly at: number };

/** One part between stars, and where it begins. */
type Part = { readonly text: string; readonly at: number };

/** Nothing that a keypad understands is longer. */
export const maxDialled = 60;

const prefixes = ['**', '*', '#'] as const;

/**
 * Reads what was dialled: `*23*3*1330#` as a star, a code, its parts between stars, and a hash. Total, and
 * linear in the length; what comes after the first fault is not looked at.
 */
export function parseDialString(dialled: string, codes: DialCodes): Dialled {
  const text = dialled.slice(0, maxDialled + 1);
  const odd = text.search(/[^0-9*#]/);
  if (odd >= 0) return brokenAt(odd + 1);
  const prefix = prefixes.find((one) => text.startsWith(one));
  if (prefix === undefined) return brokenAt(1);
  const end = text.indexOf('#', prefix.length);
  if (end < 0 || end >= maxDialled) return brokenAt(text.length + 1);
  if (end < text.length - 1) return brokenAt(end + 2);
  const [code, ...rest] = partsOf(text.slice(prefix.length, end), prefix.length + 1);
  return prefix === '#' ? cleared(code, rest, codes) : set(code, rest, codes, end + 1);
}

function partsOf(text: string, from: number): readonly [Part, ...Part[]] {
  const parts: Part[] = [];
  let at = from;
  for (const part of text.split('*')) {
    parts.push({ text: part, at });
    at += part.length + 1;
  }
  return parts as [Part, ...Part[]];
}

function set(code: Part, parts: readonly Part[], codes: DialCodes, end: number): Dialled {
  if (codes.absence.includes(code.text)) return absence(null, parts, end);
  if (codes.absenceOfOther.includes(code.text)) {
    const [other, ...rest] = parts;
    const extension = other && parseExtension(other.text);
    return extension ? absence(extension, rest, end) : brokenAt(other?.at ?? end);
  }
  const condition = conditionOf(code.text, codes);
  return condition === null ? brokenAt(code.at) : forward(condition, parts);
}

function cleared(code: Part, parts: readonly Part[], codes: DialCodes): Dialled {
  const [first, second] = parts;
  if (codes.absenceOfOther.includes(code.text)) {
    const extension = first ? parseExtension(first.text) : null;
    if (extension === null) return brokenAt(first?.at ?? code.at + code.text.length);
    return second ? brokenAt(second.at) : understood({ kind: 'END_ABSENCE', extension });
  }
  if (first) return brokenAt(first.at);
  if (codes.absence.includes(code.text))
    return understood({ kind: 'END_ABSENCE', extension: null });
  if (codes.allForwardings.includes(code.text)) return understood({ kind: 'ALL_OFF' });
  const condition = conditionOf(code.text, codes);
  return condition === null ? brokenAt(code.at) : understood({ kind: 'SWITCH_OFF', condition });
}

function absence(extension: Extension | null, parts: readonly Part[], end: number): Dialled {
  const [digit, until, surplus] = parts;
  if (digit === undefined || !/^\d$/.test(digit.text)) return brokenAt(digit?.at ?? end);
  if (surplus) return brokenAt(surplus.at);
  if (until && !/^\d{4}$/.test(until.text)) return brokenAt(until.at);
  const at = { digit: digit.at, until: until?.at ?? end };
  return understood({
    kind: 'ABSENCE',
    extension,
    digit: digit.text,
    until: until?.text ?? null,
    at,
  });
}

function forward(condition: DialledCondition, parts: readonly Part[]): Dialled {
  const [number, ...rest] = parts;
  if (number === undefined) return understood({ kind: 'SWITCH_ON', condition });
  if (!/^\d{2,20}$/.test(number.text)) return brokenAt(number.at);
  // The mobile network has a kind of call between the number and the seconds; here it may be empty.
  const last = rest.at(-1);
  const [between] = rest.length === 2 ? rest : [];
  if (between && !/^\d{0,2}$/.test(between.text)) return brokenAt(between.at);
  if (rest.length > 2) return brokenAt(rest[2]?.at ?? number.at);
  if (last && (condition !== 'NO_ANSWER' || !/^\d{1,2}$/.test(last.text))) return brokenAt(last.at);
  const seconds = last ? Number(last.text) : null;
  return understood({ kind: 'FORWARD', condition, number: number.text, seconds, at: number.at });
}

function conditionOf(code: string, { forwarding }: DialCodes): DialledCondition | null {
  const conditions = Object.keys(forwarding) as DialledCondition[];
  return conditions.find((condition) => forwarding[condition].includes(code)) ?? null;
}

function understood(action: DialledAction): Dialled {
  return { ok: true, action };
}

function brokenAt(at: number): Dialled {
  return { ok: false, at };
}
