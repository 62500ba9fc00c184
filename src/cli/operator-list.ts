import type { PublicAbsenceReason } from '../kernel/absence-words.js';
import { dialledInSweden } from '../staff/number-format.js';
import { clockTimeInSweden, dateInSweden } from '../staff/swedish-time.js';
import type {
  AbsenceView,
  EntryView,
  PhoneNumberView,
  ReferralView,
  UnitView,
} from '../view/person-view.js';
import type { SourceView } from '../view/sources.view.js';
import { byteOrderMark, csvLine } from './csv.js';

const columns = [
  'Kommun',
  'Namn',
  'Titel',
  'Enhet',
  'Direktnummer',
  'Anknytning',
  'Mobil',
  'Får lämnas ut',
  'Frånvarande till',
  'Hänvisning',
];

/** What may be said to a caller: the list lies on a desk (P23). */
const away: Readonly<Record<PublicAbsenceReason, string>> = {
  BRIEFLY_AWAY: 'inte på plats just nu',
  BUSY: 'upptagen',
  AWAY: 'inte på plats',
  GONE_FOR_DAY: 'gått för dagen',
  ABSENT: 'ej anträffbar',
};

/** A municipality's name, and how old what its directories gave is. */
export type Freshness = { readonly name: string; readonly sources: readonly SourceView[] };

/** How the list begins: what it is, from when, how old each directory's facts are (P7), and its columns. */
export function listHead(now: Date, municipalities: readonly Freshness[]): string {
  const lines = [
    'Ett samtal: lista för växeln',
    'Innehåller sekretess: lämna inte ut',
    `Skriven ${dateAndTime(now)}, svensk tid`,
    ...municipalities.flatMap(ages),
    '',
  ];
  const wide = lines.map((line) => csvLine(columns.map((_, i) => (i === 0 ? line : ''))));
  return [byteOrderMark, ...wide, csvLine(columns)].join('');
}

/** The line of one person, from what the viewer gets to know of that person and nothing else. */
export function listLine(person: EntryView): string {
  const { numbers, currentAbsence: absence } = person;
  const desk = numbers.filter((number) => number.kind !== 'MOBILE');
  const mobile = numbers.filter((number) => number.kind === 'MOBILE');
  return csvLine([
    person.municipality.name,
    person.displayName,
    person.title ?? '',
    person.unit === null ? '' : pathOf(person.unit),
    desk.flatMap(dialled).join(', '),
    numbers.flatMap((number) => number.extension ?? []).join(', '),
    mobile.flatMap(dialled).join(', '),
    [...desk, ...mobile].map(mayBeTold).join(', '),
    absence === null ? '' : absentUntil(absence),
    absence?.referral ? answersInstead(absence.referral) : '',
  ]);
}

function ages({ name: municipality, sources }: Freshness): readonly string[] {
  if (sources.length === 0) return [`${municipality}: ingen katalog`];
  return sources.map(({ name, lastCompleteAt, freshness }) => {
    const directory = `${municipality}: katalogen ${name}`;
    if (lastCompleteAt === null) return `${directory} har aldrig lästs`;
    const old = freshness === 'LIVE' ? '' : ': gamla uppgifter';
    return `${directory} läst ${dateAndTime(lastCompleteAt)}${old}`;
  });
}

function pathOf(unit: UnitView): string {
  return unit.parent === null ? unit.name : `${pathOf(unit.parent)} / ${unit.name}`;
}

function dialled({ e164 }: PhoneNumberView): readonly string[] {
  return e164 === null ? [] : [dialledInSweden(e164)];
}

/** One answer for each number, in the order of the columns; nobody's permission is "nej". */
function mayBeTold({ kind, e164, mayTellCaller }: PhoneNumberView): string {
  const word = kind === 'MOBILE' ? 'mobil' : e164 === null ? 'anknytning' : 'direkt';
  return `${word} ${mayTellCaller === true ? 'ja' : 'nej'}`;
}

/** With the date, never "i morgon": the list may be read on another day. */
function absentUntil(absence: AbsenceView): string {
  const { publicReason, phoneRings, endsAt, endsAtPrecision } = absence;
  const state = `${away[publicReason]}${phoneRings === true ? ' (telefonen ringer)' : ''}`;
  if (endsAt === null || endsAtPrecision === 'UNKNOWN') return `${state}, okänt när åter`;
  if (endsAtPrecision === 'DAY') return `${state}, åter ${dateInSweden(endsAt)}`;
  return `${state}, åter ${endsAtPrecision === 'ABOUT' ? 'omkring ' : ''}${dateAndTime(endsAt)}`;
}

function answersInstead({ kind, entry, unit }: ReferralView): string {
  if (entry !== null) return standIn(entry);
  if (unit !== null) return `svarsgruppen ${unit.name}`;
  return kind === 'VOICEMAIL' ? 'telefonsvarare' : 'växeln';
}

/** With a number to put the call through to: two people may have the same name. */
function standIn({ displayName, numbers }: EntryView): string {
  const desk = numbers.find((number) => number.kind !== 'MOBILE');
  const number = desk?.e164 ? dialledInSweden(desk.e164) : desk?.extension;
  return number ? `${displayName}, ${number}` : displayName;
}

function dateAndTime(instant: Date): string {
  return `${dateInSweden(instant)} kl. ${clockTimeInSweden(instant)}`;
}
