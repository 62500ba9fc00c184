import { expect, test } from '@jest/globals';
import {
  keptWords,
  mostSubjects,
  mostSynonyms,
  sameSubjects,
  subjectWordsFrom,
  type SubjectWord,
  type SubjectWordsFault,
} from '../../../src/staff/subject-words.js';

const subject = (word: string, ...synonyms: string[]): SubjectWord => ({ word, synonyms });
const letters = 'abcdefghijklmnopqrstuvwxyz';
const many = (count: number, prefix = 'ord') =>
  Array.from({ length: count }, (_, i) => `${prefix} ${letters[i % 26]}${letters[(i / 26) | 0]}`);

test.each<[string, SubjectWord[]]>([
  ['none', []],
  ['as many as there may be', many(mostSubjects).map((word) => subject(word))],
  ['as many synonyms as there may be', [subject('avfall', ...many(mostSynonyms))]],
  ['the shortest', [subject('VA', 'el')]],
  ['the longest', [subject('å'.repeat(60))]],
  ['digits, spaces and hyphens', [subject('SFI', 'förskola 1-5 år', 'a-kassa', '694 80', '112')]],
  ['letters of other languages', [subject('äldreomsorg', 'vanhustenhuolto', 'boarrásiidfuolahus')]],
  ['beginnings of others', [subject('bygg', 'bygglov'), subject('bygglovet')]],
])('P14: of subject words, %s may be kept', (_, subjects) => {
  expect(subjectWordsFrom(subjects)).toEqual({ subjects });
});

test.each<[string, SubjectWord[], SubjectWordsFault['fault'], number | null, number | null]>([
  ['one subject more', many(mostSubjects + 1).map((word) => subject(word)), 'TOO_MANY', null, null],
  [
    'one synonym more',
    [subject('el'), subject('avfall', ...many(mostSynonyms + 1))],
    'TOO_MANY_SYNONYMS',
    1,
    null,
  ],
  ['no word', [subject(' ')], 'TOO_SHORT', 0, null],
  ['one letter', [subject('bygglov', 'b')], 'TOO_SHORT', 0, 0],
  ['hyphens alone', [subject('- -')], 'TOO_SHORT', 0, null],
  ['61 letters', [subject('bygglov'), subject('å'.repeat(61))], 'TOO_LONG', 1, null],
  ['a mail address', [subject('bygglov', 'el', 'bygg@hallsberg.test')], 'SIGNS', 0, 1],
  ['a sign', [subject('vatten & avlopp')], 'SIGNS', 0, null],
  ['a joiner that nobody sees', [subject('bygg\u200dlov')], 'SIGNS', 0, null],
  ['a telephone number', [subject('0582-00 12 34')], 'DIGITS', 0, null],
  ['one among letters', [subject('ring 058200 efter 1234')], 'DIGITS', 0, null],
  ['one in other digits', [subject('٠٥٨٢٠٠ ١٢٣٤')], 'DIGITS', 0, null],
  ['a personnummer', [subject('bygglov', '640823-3234')], 'DIGITS', 0, 0],
  ['six digits', [subject('123 456')], 'DIGITS', 0, null],
  ['a word twice', [subject('bygglov'), subject('bygglov')], 'REPEATED', 1, null],
  ['a synonym twice', [subject('bygglov', 'bygge', 'bygge')], 'REPEATED', 0, 1],
  ['its own synonym', [subject('bygglov', 'bygglov')], 'REPEATED', 0, 0],
  ['a synonym of another', [subject('el', 'ström'), subject('ström')], 'REPEATED', 1, null],
  [
    'another writing of a word',
    [subject('Förskola'), subject('dagis', 'forskola')],
    'REPEATED',
    1,
    0,
  ],
])('P14: %s is refused, and it is said where it was', (_, subjects, fault, at, synonym) => {
  expect(subjectWordsFrom(subjects)).toEqual({ fault, subject: at, synonym });
});

test('a word is kept as it is shown, and as it is looked for', () => {
  const found = subjectWordsFrom([
    subject('  Bygg\u00adlov ', 'Attefalls-hus'),
    subject('Förskola'),
  ]);
  const subjects = [subject('Bygglov', 'Attefalls-hus'), subject('Förskola')];
  expect(found).toEqual({ subjects });
  expect(keptWords(subjects)).toEqual([
    { subject: 0, synonym: 0, word: 'Bygglov', folded: 'bygglov' },
    { subject: 0, synonym: 1, word: 'Attefalls-hus', folded: 'attefalls hus' },
    { subject: 1, synonym: 0, word: 'Förskola', folded: 'forskola' },
  ]);
});

test('lists are the same when their words stand in the same places', () => {
  const both = [subject('el', 'ström'), subject('vatten')];
  expect(sameSubjects(both, [subject('el', 'ström'), subject('vatten')])).toBe(true);
  expect(sameSubjects(both, both.toReversed())).toBe(false);
  expect(sameSubjects(both, [subject('el'), subject('ström'), subject('vatten')])).toBe(false);
  expect(sameSubjects(both, [subject('el', 'ström', 'vatten')])).toBe(false);
  expect(sameSubjects(both, [subject('El', 'ström'), subject('vatten')])).toBe(false);
});
