import { describe, expect, test } from '@jest/globals';
import { aliasFrom } from '../../../src/staff/alias.js';

const anna = { displayName: 'Anna-Karin Åberg', givenName: 'Anna-Karin', familyName: 'Åberg' };

describe('an alias', () => {
  test('is a name of at most 80 characters, on one line', () => {
    expect(aliasFrom('  Maria   Strand ', anna)).toEqual({ alias: 'Maria Strand' });
    expect(aliasFrom('M'.repeat(80), anna)).toEqual({ alias: 'M'.repeat(80) });
    expect(aliasFrom('M'.repeat(81), anna)).toBe('TOO_LONG');
    for (const text of ['', ' ', 'M', '--', '\u200b\u200b'])
      expect(aliasFrom(text, anna)).toBe('NO_NAME');
  });

  test.each([
    'Anna-Karin Åberg',
    'anna karin aberg',
    'ÅBERG, Anna Karin',
    'Annakarin Åberg',
    'Åberg Anna-Karin',
    'A\u030aberg Anna-Karin',
    'Anna-\u200bKarin Åberg',
  ])('is no writing of the own name: %s', (text) => {
    expect(aliasFrom(text, anna)).toBe('OWN_NAME');
  });

  test('is no writing of given and family name where the directory shows another', () => {
    const shown = { ...anna, displayName: 'Chefen' };
    expect(aliasFrom('Anna Karin Åberg', shown)).toBe('OWN_NAME');
    expect(aliasFrom('Åberg Anna-Karin', shown)).toBe('OWN_NAME');
    expect(aliasFrom('Anna Berg', shown)).toEqual({ alias: 'Anna Berg' });
  });

  test.each(['811218-9876', '8112189876', 'Maria ٨', 'Maria 1', 'maria@hallsberg.test'])(
    'holds no number and no address: %s',
    (text) => {
      expect(aliasFrom(text, anna)).toBe('NOT_A_NAME');
    },
  );
});
