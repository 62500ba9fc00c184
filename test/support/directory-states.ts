import * as fc from 'fast-check';

/** One change that a directory can undergo between two reads. */
export type Edit =
  | {
      readonly kind: 'leave' | 'disable' | 'mark' | 'strip' | 'rename' | 'recreate';
      readonly who: number;
    }
  | { readonly kind: 'title'; readonly who: number; readonly title: string }
  | { readonly kind: 'move'; readonly who: number; readonly to: number };

const who = fc.nat({ max: 39 });

/** Any few changes. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('leave', 'disable', 'mark', 'strip', 'rename', 'recreate'),
      who,
    }),
    fc.record({
      kind: fc.constant('title' as const),
      who,
      title: fc.constantFrom('Rektor', 'Kock'),
    }),
    fc.record({ kind: fc.constant('move' as const), who, to: who }),
  ),
  { maxLength: 12 },
);

const isPerson = (record: string) =>
  /^dn: /m.test(record) && record.includes('\nobjectClass: inetOrgPerson');

/** A directory's LDIF after the changes, one after the other. */
export function edited(ldif: string, changes: readonly Edit[]): string {
  // Unfolded (RFC 2849), so that a name is one line.
  let records = ldif.replaceAll('\n ', '').split('\n\n');
  for (const change of changes) {
    const people = records.filter(isPerson);
    const person = people[change.who % Math.max(1, people.length)];
    if (person === undefined) return records.join('\n\n');
    const other = change.kind === 'move' ? (people[change.to % people.length] ?? person) : person;
    const after = change.kind === 'leave' ? null : afterChange(person, other, change);
    const name = nameOf(after ?? '');
    // No two entries have one name: somebody else is there already.
    const taken = records.some((record) => record !== person && nameOf(record) === name);
    if (after === null || !taken)
      records = records.flatMap((record) => (record === person ? (after ?? []) : [record]));
  }
  return records.join('\n\n');
}

function nameOf(record: string): string {
  return /^dn: (.*)$/im.exec(record)?.[1]?.toLowerCase() ?? '';
}

function afterChange(person: string, other: string, change: Edit): string {
  switch (change.kind) {
    case 'leave':
      return person;
    case 'disable':
      return person.replace(
        'objectClass: inetOrgPerson',
        'objectClass: inetOrgPerson\nshadowExpire: 1',
      );
    case 'mark':
      return person.replace(/\nuid: /, '\nbusinessCategory: skyddad\nuid: ');
    case 'strip':
      return person.replaceAll(/\n(telephoneNumber|mobile|title): .*/g, '');
    case 'rename':
      return person
        .replace(/\nsn: .*/, '\nsn: Nyman')
        .replace(/\ndisplayName: .*/, '\ndisplayName: Ny Nyman');
    case 'recreate':
      // The same person under a key of another person's making.
      return person.replace(
        /\nentryUUID: (.)/,
        (_, first: string) => `\nentryUUID: ${first === 'a' ? 'b' : 'a'}`,
      );
    case 'title':
      return person.replace(/\ntitle: .*/, `\ntitle: ${change.title}`);
    case 'move': {
      const place = /^dn: (?:[^,\\]|\\.)+,(.*)$/m.exec(other)?.[1];
      return place === undefined
        ? person
        : person.replace(/^dn: .*$/m, `dn: uid=moved-${change.who}-${change.to},${place}`);
    }
  }
}
