import { expect, test } from '@jest/globals';
import { subjectLines, subjectsIn } from '../../../../src/pages/my-page/subject-lines.js';

test('subject words are one a line, with synonyms after a colon, and come back as they were typed', () => {
  const subjects = [
    { word: 'bygglov', synonyms: ['byggnadslov', 'bygga hus'] },
    { word: 'diarium', synonyms: [] },
  ];
  expect(subjectLines(subjects)).toBe('bygglov: byggnadslov, bygga hus\ndiarium');
  expect(subjectsIn(subjectLines(subjects))).toEqual(subjects);
});

test('spaces, empty lines and commas without a word say nothing', () => {
  expect(subjectsIn('  bygglov :  byggnadslov ,, ; bygga hus\n\n \r\n: ensam\n')).toEqual([
    { word: 'bygglov', synonyms: ['byggnadslov', 'bygga hus'] },
  ]);
  expect(subjectsIn('')).toEqual([]);
});
