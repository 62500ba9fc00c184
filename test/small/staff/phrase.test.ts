import { expect, test } from '@jest/globals';
import { phraseOf, type Told } from '../../../src/staff/phrase.js';
import { inMinutes, now } from '../../support/people.js';

const busy: Told = {
  verdict: 'TAKE_MESSAGE',
  reason: 'BUSY',
  backAt: inMinutes(300),
  backAtPrecision: 'EXACT',
  rules: ['ABSENT'],
};
const unsure = { backAt: null, backAtPrecision: null };

const said: readonly [string, Partial<Told>, string | null, string][] = [
  [
    'P4: says why, when the person is back, and offers the one who answers instead',
    { verdict: 'ANSWERED_BY_OTHER' },
    'Erik Holm',
    'Anna Öberg är upptagen och beräknas åter klockan 15. Vill du tala med Erik Holm i stället?',
  ],
  [
    'whose name is not told is a colleague',
    { verdict: 'ANSWERED_BY_OTHER', ...unsure },
    null,
    'Anna Öberg är upptagen. Vill du tala med en kollega i stället?',
  ],
  [
    'nobody instead: the caller can ring again then',
    {},
    null,
    'Anna Öberg är upptagen och beräknas åter klockan 15. Vill du ringa igen då eller lämna ett meddelande?',
  ],
  [
    'a return that is not sure is not said as if it were',
    { backAtPrecision: 'ABOUT' },
    null,
    'Anna Öberg är upptagen och beräknas åter omkring klockan 15. Vill du ringa igen då eller lämna ett meddelande?',
  ],
  [
    'only the day is known',
    { backAt: new Date('2026-11-25T07:00:00Z'), backAtPrecision: 'DAY' },
    null,
    'Anna Öberg är upptagen och är åter i morgon. Vill du ringa igen då eller lämna ett meddelande?',
  ],
  [
    'nobody knows when',
    { backAtPrecision: 'UNKNOWN' },
    null,
    'Anna Öberg är upptagen. Vill du lämna ett meddelande?',
  ],
  [
    'in a call: the caller may hold',
    { ...unsure, verdict: 'HOLD_OR_CALL_BACK' },
    null,
    'Anna Öberg är upptagen. Vill du vänta eller ringa igen?',
  ],
  [
    'in a call, and a colleague is free',
    { ...unsure, verdict: 'HOLD_OR_CALL_BACK' },
    'Erik Holm',
    'Anna Öberg är upptagen. Vill du vänta eller tala med Erik Holm i stället?',
  ],
  [
    'has left: no reason, and no way back',
    { ...unsure, reason: null, rules: ['LEFT'] },
    null,
    'Anna Öberg har slutat. Vill du lämna ett meddelande?',
  ],
  [
    'has no telephone, and is not away for that',
    { ...unsure, reason: null, rules: ['NO_NUMBER'] },
    null,
    'Anna Öberg har ingen telefon att koppla till. Vill du lämna ett meddelande?',
  ],
  [
    'calls go to somebody',
    { ...unsure, verdict: 'CONNECT_ALTERNATIVE' },
    'Erik Holm',
    'Anna Öberg är upptagen. Jag kopplar dig till Erik Holm.',
  ],
  [
    'calls go to somebody whose name is not told',
    { ...unsure, verdict: 'CONNECT_ALTERNATIVE', reason: null, rules: ['FORWARDED'] },
    null,
    'Jag kopplar dig vidare.',
  ],
  [
    'is free',
    { ...unsure, verdict: 'CONNECT', reason: null, rules: ['DESK_FREE'] },
    null,
    'Jag kopplar dig.',
  ],
];

test.each(said)('%s', (_, different, standIn, sentence) => {
  expect(phraseOf('Anna Öberg', { ...busy, ...different }, standIn, now)).toBe(sentence);
});
