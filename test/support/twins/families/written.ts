import { everythingOf } from '../selections.js';

/** What may be asked of an entry, from little to everything. */
export const entrySelections = [
  'id displayName',
  '__typename id displayName numbers { e164 extension kind mayTellCaller }',
  'id displayName reachability { verdict canConnect connectTo { e164 } validUntil freshness }',
  'id ... on Person { title email unit { name parent { name } } manager { displayName } }',
  'id ... on Person { manager { displayName manager { displayName manager { displayName } } } }',
  'id ... on SharedLine { responsible { displayName email } }',
  everythingOf('DirectoryEntry', 1),
];

/** The same of somebody who is a person. */
export const personSelections = [
  'id displayName',
  'id version protectionLevel displayName',
  'manager { id displayName title numbers { e164 } reachability { verdict } }',
  'manager { manager { manager { displayName } } }',
  'currentAbsence { id endsAt referral { kind entry { id displayName numbers { e164 } } } }',
  'currentAbsence { cover referral { entry { ... on Person { currentAbsence { referral { entry { displayName } } } } } } }',
  'absences { id reason note version cover referral { kind entry { displayName } unit { id } } }',
  'forwardings { id condition version target { kind number entry { id displayName } } }',
  'reachability { verdict canConnect backAt validUntil phrase trace connectTo { e164 } alternatives { rank canConnect entry { displayName } number { e164 } } }',
  'reachability(origin: INTERNAL) { verdict phrase trace alternatives { rank entry { id } } }',
  'presence { availability activity freshness lines { kind status } }',
  'numbers { kind e164 extension uri audience source mayTellCaller }',
  'unit { id name municipality { name } parent { id name } }',
  everythingOf('Person', 1),
  everythingOf('Person', 2),
];

/** Every way that people write a Swedish number: +46…, 0582-…, with spaces, brackets and its last digits. */
export function writtenForms(e164: string): readonly string[] {
  const national = `0${e164.slice('+46'.length)}`;
  const area = national.startsWith('07') ? 3 : 4;
  const [prefix, rest] = [national.slice(0, area), national.slice(area)];
  const inPairs = rest.match(/..?/g)?.join(' ') ?? rest;
  return [
    e164,
    e164.slice(1),
    `00${e164.slice(1)}`,
    `tel:${e164}`,
    national,
    `${prefix}-${rest}`,
    `${prefix}-${inPairs}`,
    `${prefix} ${inPairs}`,
    `${prefix}/${rest}`,
    `(${prefix}) ${inPairs}`,
    `+46 (0)${prefix.slice(1)}-${inPairs}`,
    `+46 ${prefix.slice(1)} ${inPairs}`,
    `0046 ${prefix.slice(1)} ${rest}`,
    inPairs,
    rest,
    `${rest}#`,
    ...Array.from({ length: national.length - 2 }, (_, i) => national.slice(i)),
    ...Array.from({ length: rest.length - 2 }, (_, i) => rest.slice(0, i + 3)),
  ];
}

/** Every beginning of a text, from the second character. */
export function beginningsOf(text: string): readonly string[] {
  const characters = Array.from(text);
  return characters.slice(1).map((_, i) => characters.slice(0, i + 2).join(''));
}
