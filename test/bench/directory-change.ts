import { readFileSync } from 'node:fs';
import { Attribute, Change, Client } from 'ldapts';
import type { RunningSlapd } from '../support/openldap/slapd.js';

/** What a change gave everybody whom it touched, and how many they were. */
export type DirectoryChange = { readonly title: string; readonly people: number };

const firstUid = 1_000_000;
const atOnce = 50;
const longestMilliseconds = 60_000;

/**
 * Gives every hundredth person of a generated OpenLDAP a new title and a new direct number, other ones
 * for each round from 1. Throws when the server is not writable.
 */
export async function changeEveryHundredth(
  slapd: RunningSlapd,
  base: string,
  round: number,
): Promise<DirectoryChange> {
  const { writer, ldapsUrl, caFile } = slapd;
  if (writer === undefined) throw new Error('The directory is not writable.');
  const tlsOptions = { ca: readFileSync(caFile) };
  const client = new Client({ url: ldapsUrl, tlsOptions, timeout: longestMilliseconds });
  const title = `Samordnare ${round}`;
  try {
    await client.bind(writer.dn, writer.password);
    const filter = '(&(objectClass=inetOrgPerson)(uid=p*00))';
    const { searchEntries } = await client.search(base, { filter, attributes: ['uid'] });
    for (let at = 0; at < searchEntries.length; at += atOnce) {
      const batch = searchEntries.slice(at, at + atOnce).map(({ dn, uid }) => {
        const index = Number(String(uid).slice(1)) - firstUid;
        return client.modify(dn, [
          replace('title', title),
          replace('telephoneNumber', newNumber(index, round)),
        ]);
      });
      await Promise.all(batch);
    }
    return { title, people: searchEntries.length };
  } finally {
    await client.unbind();
  }
}

function replace(type: string, value: string): Change {
  return new Change({
    operation: 'replace',
    modification: new Attribute({ type, values: [value] }),
  });
}

/** In area codes that the generator comes to last; subscriber numbers begin with 0, as none in use do. */
function newNumber(index: number, round: number): string {
  return `0${585 + (round % 5)}-0${String(index).padStart(6, '0')}`;
}
