import { rutEntries } from './hidden-person.js';
import type { DirectoryState } from './worlds.js';

/** Twice as many as a run may lose, so that the person is not the one too many. */
const lost = /^dn: uid=.*ou=(Hemtjänst|Vård och omsorg|Kommunledning|Utbildning)/;

function eachEntry(text: string, edit: (entry: string) => string | null): string {
  return text
    .replaceAll('\n ', '')
    .split(/\n\n+/)
    .flatMap((entry) => edit(entry.trim()) ?? [])
    .join('\n\n');
}

/**
 * What Hallsberg's directory says after the person was protected, one run after the other: nothing new,
 * changes, faults, a field that is lost with others', and a loss with others'. The person's entry has
 * its part in each; where the person is not, only the others have.
 */
export const directoryStates: readonly DirectoryState[] = [
  { rut: rutEntries.plain },
  {
    rut: rutEntries.changed,
    edit: (text) => text.replace('title: Kanslichef', 'title: Chef för kansliet'),
  },
  {
    rut: rutEntries.faulty,
    edit: (text) => text.replace('telephoneNumber: 0582-00 77 42', 'telephoneNumber: saknas'),
  },
  // The person has no title any more, and nor have all the others.
  {
    rut: rutEntries.plain.replace(/^title: .*\n/m, ''),
    edit: (text) => eachEntry(text, (entry) => entry.replace(/^title: .*\n/m, '')),
  },
  // The person is missing, and with the person more than a run may lose.
  { rut: null, edit: (text) => eachEntry(text, (entry) => (lost.test(entry) ? null : entry)) },
];
