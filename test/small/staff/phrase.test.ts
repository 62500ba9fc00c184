import { expect, test } from '@jest/globals';
import { phraseOf } from '../../../src/staff/phrase.js';
import { inMinutes, now } from '../../support/people.js';

const busy = { reason: 'BUSY', backAt: inMinutes(300), backAtPrecision: 'EXACT' } as const;

test('P4: says why, when the person is back, and offers the one who answers instead', () => {
  const answer = { ...busy, verdict: 'ANSWERED_BY_OTHER' } as const;
  expect(phraseOf('Anna Öberg', answer, 'Erik Holm', now)).toBe(
    'Anna Öberg är upptagen och beräknas åter klockan 15. Vill du tala med Erik Holm i stället?',
  );
});

test('a return that is not sure is not said as if it were', () => {
  const about = { ...busy, verdict: 'TAKE_MESSAGE', backAtPrecision: 'ABOUT' } as const;
  expect(phraseOf('Anna', about, null, now)).toContain('beräknas åter omkring klockan 15.');
  const day = {
    ...about,
    backAt: new Date('2026-11-25T07:00:00Z'),
    backAtPrecision: 'DAY',
  } as const;
  expect(phraseOf('Anna', day, null, now)).toContain('och är åter i morgon.');
  const unknown = { ...about, backAtPrecision: 'UNKNOWN' } as const;
  expect(phraseOf('Anna', unknown, null, now)).toBe(
    'Anna är upptagen. Vill du lämna ett meddelande?',
  );
});
