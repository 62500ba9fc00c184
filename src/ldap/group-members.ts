import { decode } from './strict-utf8.js';
import { optionsOf, valuesOf, type RawEntry } from './raw-entry.js';

/** Attributes in which groups list their members (RFC 4519 sections 2.17 and 2.40). */
const memberAttributes = ['member', 'uniqueMember'];
const maxParts = 2_000;

/**
 * The members of a group, every part of a long list (Active Directory gives 1,500 at a time, and then
 * an empty `member` beside `member;range=0-1499`). Throws when the group is not there.
 */
export async function membersOf(
  read: (attributes: readonly string[]) => Promise<RawEntry | null>,
): Promise<readonly string[]> {
  const members: string[] = [];
  let ask = memberAttributes;
  for (let part = 0; part < maxParts; part += 1) {
    const entry = await read(ask);
    if (entry === null)
      throw new Error('a group of confidentialGroups is not there, or may not be read.');
    for (const attribute of memberAttributes)
      members.push(...valuesOf(entry, attribute).map((value) => decode(value) ?? ''));
    const next = nextPart(entry);
    if (next === null) return members;
    ask = [`member;range=${next}-*`];
  }
  throw new Error('a group of confidentialGroups goes on without end.');
}

/** Where the next part begins, or null after the last one. */
function nextPart(entry: RawEntry): number | null {
  const range = optionsOf(entry, 'member').find((option) => option.startsWith('range='));
  const last = /^range=\d+-(\d+)$/.exec(range ?? '')?.[1];
  return last === undefined ? null : Number(last) + 1;
}
