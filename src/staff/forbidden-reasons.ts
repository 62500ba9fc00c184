import { cleanText, foldForSearch } from './names.js';

// No health, family or union reason is stored, in labels, codes, calendars or notes (design, section 3).
// A text is refused when one of its words may say that somebody is ill, sees a doctor, has or expects a
// child or works for a union, also where it might be work ("sjukhusbesök för tjänsten"): a note can be
// written otherwise, and what has been read cannot be unread. Let through are words that can name
// nothing but work, though they begin like such a word: `innocent`.

/** Letter codes that such words are cut to; folded, so that FOR is FÖR. */
const codes = new Set(
  listed('sju sjk syk sic vab vob vår bvc mvc för pap mam gra läk tan doc reh fac fak uni'),
);

/** Anywhere in a word: Swedish compounds have them first, in the middle and last. */
const parts = [
  ...listed('sjuk rehab tandläk tandvård tandhyg vaccin facklig fackförening fackförbund'),
  ...listed('gravid förlossning föräldra barnledig pappaled mammaled pappadag mammadag'),
  ...listed('parental maternity paternity pregnan'),
];

/** At the beginning of a word. */
const beginnings = [
  ...listed('läkar vabb vobb vårdcentral vårdbesök vårdtid mödravård barnavård illamående'),
  ...listed('influensa förkyl migrän feber covid provtagning röntgen cancer'),
  ...listed('fackmöte fackombud facktid fackuppdrag unionen unionsmöte'),
  ...listed('sickness sickleave sickday illness medical doctor dentist hospital'),
];

/** Whole words. */
const words = new Set([
  ...listed('vab vob vabar vård akuten bvc mvc doktor doktorn fack facket fackets facken'),
  ...listed('sick ill union unions childcare parent parents'),
]);

/** Words that stand together. */
const phrases = ['care of child', 'care of a child', 'care of sick', 'child care'];

/** What begins so is always work. */
const innocent = ['läkarsekreterar', 'vård och omsorg'].map(folded);

function listed(line: string): readonly string[] {
  return line.split(' ').map(folded);
}

/** Whether a letter code would tell of sickness, care, a medical visit, parenthood or union work. */
export function isForbiddenCode(code: string): boolean {
  return codes.has(folded(code));
}

/**
 * Whether a label or a note would tell of sickness, care, a medical visit, parenthood or union work, in
 * Swedish or English, inflected or as a part of a word; letters that stand apart ("V.A.B.") are read together.
 */
export function isForbiddenLabel(text: string): boolean {
  const line = joined(folded(text));
  if (codes.has(line)) return true;
  const told = innocent.reduce((rest, work) => rest.replaceAll(` ${work}`, ' '), ` ${line} `);
  return told.split(' ').some(isForbiddenWord) || phrases.some((one) => told.includes(` ${one} `));
}

function isForbiddenWord(word: string): boolean {
  return (
    words.has(word) ||
    parts.some((part) => word.includes(part)) ||
    beginnings.some((beginning) => word.startsWith(beginning))
  );
}

/** What hides between letters is dropped first, so that it parts no word. */
function folded(text: string): string {
  return foldForSearch((cleanText(text, text.length + 1) ?? '').replace(/\p{Cf}/gu, ''));
}

/** Single letters in a row as one word. */
function joined(line: string): string {
  return line.replace(/(?<=(?:^| )\p{L}) (?=\p{L}(?: |$))/gu, '');
}
