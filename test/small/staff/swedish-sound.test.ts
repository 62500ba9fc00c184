import { describe, expect, test } from '@jest/globals';
import { soundOf, soundsMeant } from '../../../src/staff/swedish-sound.js';

describe('names that do not sound alike have different codes', () => {
  test.each([
    ['Lind Lund Land Lönn Linn'],
    ['Lindberg Lundberg Lindgren Lindström Lindqvist'],
    ['Berg Borg Björk Burman'],
    ['Åberg Öberg Ekberg Aberg'],
    ['Åström Öström Ängström'],
    ['Holm Hjelm Hahn'],
    ['Jansson Jonsson Jönsson Johansson Jonasson'],
    ['Hansson Jansson Månsson'],
    ['Karin Karl Karla'],
    ['Erik Erika'],
    ['Kristina Kristin Kristian Krister Kristoffer'],
    ['Maria Marie Maja Maj'],
    ['Göran Jörgen Jerker'],
    ['Gerd Gert'],
    // A k, g or sk is hard before a, o, u and å, before other letters, and where no stress is.
    ['Kalle Tjalle'],
    ['Askersund Asjersund'],
    ['Åke Åsje'],
    ['Gård Jård'],
    ['Skog Sjog'],
    ['Stina Sjina'],
    ['Stian Sjan'],
    ['Sion Sjon'],
    ['Magen Majen'],
    ['Helga Helja'],
    ['Berg Ber'],
    ['Vik Fik'],
    ['Berit Perit'],
    ['Gunnar Kunnar'],
    ['Anna Amma'],
    ['Arne Arn'],
    ['Chloe Klö'],
    ['Hue Hy'],
    ['Hiam Jam'],
    // What begins as a part of a noble name is none when too little follows.
    ['Afsin Sin'],
    ['Vondra Dra'],
    ['Anna Anders Andreas Anneli'],
  ])('%s', (names) => {
    const sounds = names.split(' ').map(soundOf);
    expect(new Set(sounds).size).toBe(sounds.length);
  });
});

test.each([
  ['Lindqvist', 'LiNKV.ST'],
  ['Sköld', 'XöLT'],
  ['Kihl', 'XiL'],
  ['Göransson', 'JöR.NS.N'],
  ['Gnesta', 'GNeST.'],
  ['Björn', 'BöRN'],
  ['Diana', 'DiN.'],
  ['Leif', 'LjF'],
  ['Maja', 'MaJ.'],
  ['Åke', 'oK.'],
  ['Li', 'Li'],
])('the code of %s is %s', (name, code) => {
  expect(soundOf(name)).toBe(code);
});

test.each([
  ['skold', 'Sköld Skiöld Skjöld'],
  ['goran', 'Göran Jöran'],
  ['kallgren', 'Källgren Kjellgren Kellgren'],
  ['hakan', 'Håkan'],
  ['akerman', 'Åkerman Åckerman'],
  ['bjork', 'Björk Björck'],
  ['stjarna', 'Stjärna Stjerna'],
  ['ostlund', 'Östlund'],
])('by %s, typed without marks, %s may be meant', (typed, names) => {
  for (const name of names.split(' ')) expect(soundsMeant(typed)).toContain(soundOf(name));
});

test('with a mark, or without a vowel that could have one, a word has one meaning', () => {
  for (const typed of [
    'Åkerman',
    'Håkan',
    'björk',
    'Häggkvist',
    'Wiśniewska',
    'Erik',
    'lind',
    'Ängvall',
  ])
    expect(soundsMeant(typed)).toEqual([soundOf(typed)]);
  expect(soundsMeant('gata')).toEqual(['gata', 'gåta', 'gäta'].map(soundOf));
});
