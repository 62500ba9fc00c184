import type { Language } from '../words/words.js';
import { nameOf } from './code-names.js';
import type { Facts } from './facts.js';
import { shownNumber } from './numbers.js';

/** A fact that is kept of somebody, and where it comes from. */
export type Known = {
  readonly label: string;
  readonly value: string;
  readonly from: 'DIRECTORY' | 'HERE';
};

const labels = {
  name: ['Namn', 'Name'],
  title: ['Titel', 'Title'],
  unit: ['Enhet', 'Unit'],
  phones: ['Telefonansvarig', 'Telefonansvarig'],
  municipality: ['Kommun', 'Municipality'],
  manager: ['Närmaste chef', 'Nearest manager'],
  email: ['E-post', 'E-mail'],
  employeeId: ['Anställningsnummer', 'Employee id'],
  level: ['Sekretess', 'Confidentiality'],
} as const;

/** Every fact of somebody's own entry that no other part of the page shows, in the order of a card. */
export function knownFacts(person: Facts, language: Language): readonly Known[] {
  const said = ([sv, en]: readonly string[]) => (language === 'sv' ? sv : en) ?? '';
  const fact = (key: keyof typeof labels, value: string | null, from: Known['from']) =>
    value === null || value === '' ? [] : [{ label: said(labels[key]), value, from }];
  const { unit } = person;
  return [
    ...fact('name', person.displayName, 'DIRECTORY'),
    ...fact('title', person.title, 'DIRECTORY'),
    ...fact('unit', unit?.name ?? null, 'DIRECTORY'),
    ...fact('municipality', person.municipality.name, 'DIRECTORY'),
    ...fact('manager', person.manager?.displayName ?? null, 'DIRECTORY'),
    ...fact('phones', listed(unit?.phoneResponsibles.map((one) => one.displayName)), 'HERE'),
    ...fact('email', person.email, 'DIRECTORY'),
    ...fact('employeeId', person.employeeId, 'DIRECTORY'),
    ...person.numbers.map((number) => ({
      label: nameOf('number', number.kind, language),
      value: numberText(number, language),
      from: number.source === 'LDAP' ? ('DIRECTORY' as const) : ('HERE' as const),
    })),
    ...fact(
      'level',
      person.protectionLevel && nameOf('level', person.protectionLevel, language),
      'HERE',
    ),
  ];
}

function listed(all: readonly string[] | undefined): string {
  return (all ?? []).join(', ');
}

function numberText({ e164, extension, audience }: Facts['numbers'][number], language: Language) {
  const short = language === 'sv' ? 'anknytning' : 'extension';
  const parts = [
    ...(e164 === null ? [] : [shownNumber(e164)]),
    ...(extension === null ? [] : [`${short} ${extension}`]),
    ...(audience === null ? [] : [nameOf('audience', audience, language)]),
  ];
  return parts.join(', ');
}
