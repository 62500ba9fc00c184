import type { Language } from '../words/words.js';
import type { ReadersQuery } from './schema-types.js';
import { saidTime } from './swedish-time.js';

/** A read of somebody, as it is recorded. */
export type Reading = NonNullable<ReadersQuery['accessLog']>['edges'][number]['node'];

const roleNames: Readonly<Record<string, readonly [sv: string, en: string]>> = {
  OPERATOR: ['telefonist', 'an operator'],
  TECHNICIAN: ['tekniker', 'a technician'],
  OFFICER: ['sekretessansvarig', 'a confidentiality officer'],
  AUDITOR: ['granskare', 'an auditor'],
  EMPLOYEE: ['medarbetare', 'an employee'],
  INTRANET_KEY: ['intranätet', 'the intranet'],
  PHONE_SYSTEM_KEY: ['telefonsystemet', 'the telephone system'],
  INTEGRATION_KEY: ['ett annat system', 'another system'],
};

/** A read in words: when, in which role, from where, and whether it was the numbers; never who. */
export function readingText(
  { at, action, roles, municipality, purpose }: Reading,
  now: Date,
  language: Language,
): string {
  const sv = language === 'sv';
  const named = roles
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((role) => roleNames[role]?.[sv ? 0 : 1] ?? role.toLowerCase());
  const who = named.join(', ');
  const where = municipality === null ? '' : ` ${sv ? 'i' : 'in'} ${municipality.name}`;
  const numbers = action === 'REVEAL_NUMBERS';
  const what = numbers
    ? sv
      ? 'begärde fram numren'
      : 'asked for the numbers'
    : sv
      ? 'läste uppgifterna'
      : 'read the entry';
  const why = purpose === null ? '' : ` (${purpose.toLowerCase().replaceAll('_', ' ')})`;
  return `${saidTime(at, now, language)}: ${who}${where} ${what}${why}`;
}
