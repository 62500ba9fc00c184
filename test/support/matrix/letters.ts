import { isDeepStrictEqual } from 'node:util';
import { parts } from './answers.js';
import { publicForms, switchboard, type Truth } from './truth.js';

/**
 * What a cell of who-sees-what.csv says: the value, nothing, the public form of it, the switchboard's
 * number instead, or that the way to ask is closed (FORBIDDEN). "?" is never expected: something else.
 */
export type Letter = 'v' | '-' | 'p' | 's' | 'x' | '?';

/** Where the objects of a type stand in a person; "*" is every member of a list. */
const places: Readonly<Record<string, readonly string[]>> = {
  Person: [''],
  PhoneNumber: ['numbers.*'],
  Presence: ['presence'],
  Line: ['presence.lines.*'],
  Absence: ['currentAbsence', 'absences.*'],
  Forwarding: ['forwardings.*'],
  ForwardingTarget: ['forwardings.*.target'],
  Reachability: ['reachability'],
  AnswerAlternative: ['reachability.alternatives.*'],
  SharedLine: [''],
  NumberLookup: ['lookup'],
  Unit: ['duties'],
};

/** The types whose fields stand in who-sees-what.csv with a letter for every viewer and level. */
export const lettered = Object.keys(places);

/** Those of them that hang on a person. */
export const ofAPerson = lettered.filter(
  (type) => !['SharedLine', 'NumberLookup', 'Unit'].includes(type),
);

/** What only somebody PROTECTED has. */
export const ofTheProtected: readonly string[] = [
  'Person.presentation',
  'Person.alias',
  'Person.namedViewers',
];

/** The letter of a field in an answer, held against what is true. */
export function letterOf(field: string, answer: unknown, truth: Truth): Letter {
  const [type = '', name = ''] = field.split('.');
  const there = (places[type] ?? []).flatMap((place) => objectsAt(answer, place));
  const facts = new Map((places[type] ?? []).flatMap((place) => objectsAt(truth, place)));
  const own = there.filter(([path]) => !path.endsWith('SWITCHBOARD'));
  const shown = there.filter(([, object]) => !isNothing(object[name]));
  if (shown.length === 0) return '-';
  if (own.length === 0)
    return shown.every(([, object]) => same(object[name], switchboard[name], field)) ? 's' : '?';
  if (own.every(([path, object]) => same(object[name], facts.get(path)?.[name], field))) return 'v';
  return own.every(([, object]) => same(object[name], publicForms[field], field)) ? 'p' : '?';
}

/** Whether there is anything to hide: a field that nobody has would look hidden to everybody. */
export function isTold(field: string, truth: Truth): boolean {
  const [type = '', name = ''] = field.split('.');
  const objects = (places[type] ?? []).flatMap((place) => objectsAt(truth, place));
  return objects.some(([, object]) => !isNothing(object[name]));
}

/** The letter of the numbers of a kind: the own one, the switchboard's alone, or none. */
export function numberLetter(kind: 'DIRECT' | 'MOBILE', answer: unknown, truth: Truth): Letter {
  const [own] = objectsAt(answer, `numbers.${kind}`);
  const [fact] = objectsAt(truth, `numbers.${kind}`);
  if (own !== undefined) return own[1]['e164'] === fact?.[1]['e164'] ? 'v' : '?';
  const [instead] = objectsAt(answer, 'numbers.SWITCHBOARD');
  return instead === undefined ? '-' : 's';
}

type Found = readonly [path: string, object: Readonly<Record<string, unknown>>];

function objectsAt(value: unknown, place: string, path = ''): readonly Found[] {
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Readonly<Record<string, unknown>>;
  if (place === '') return [[path, object]];
  const [step = '', ...rest] = place.split('.');
  const names = step === '*' ? Object.keys(object) : [step];
  return names.flatMap((name) => objectsAt(object[name], rest.join('.'), `${path}.${name}`));
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (value instanceof RegExp) return false;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Parts are told by being there, since their own fields have lines of their own. */
function same(value: unknown, fact: unknown, field: string): boolean {
  if (fact instanceof RegExp) return typeof value === 'string' && fact.test(value);
  if (isNothing(value) || isNothing(fact)) return isNothing(value) && isNothing(fact);
  if (!parts.includes(field)) return isDeepStrictEqual(value, fact);
  return isDeepStrictEqual(namesIn(value), namesIn(fact));
}

function namesIn(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value).toSorted() : [];
}
