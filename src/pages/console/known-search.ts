import type { KeptEntry } from './entry.js';

const marks = /\p{Mn}/gu;

/** Without marks and capitals. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(marks, '').toLowerCase();
}

/** Searches what is known here, for as long as nobody can be asked: each word begins one of the entry's. */
export function searchKnown(
  entries: Iterable<KeptEntry>,
  query: string,
  near: string | null,
): readonly KeptEntry[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found: KeptEntry[] = [];
  for (const entry of entries) {
    const title = 'title' in entry ? entry.title : '';
    const text = [entry.displayName, title, entry.unit?.name, entry.municipality.name].join(' ');
    const known = folded(text).split(/[\s-]+/);
    if (words.every((word) => known.some((one) => one.startsWith(word)))) found.push(entry);
  }
  const place = ({ municipality }: KeptEntry) => (municipality.code === near ? 0 : 1);
  const collator = new Intl.Collator('sv');
  return found
    .sort((a, b) => place(a) - place(b) || collator.compare(a.displayName, b.displayName))
    .slice(0, 20);
}
