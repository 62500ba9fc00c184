import { valuesOf, type RawEntry } from './raw-entry.js';

/** What a server says of itself (RFC 4512 section 5.1, MS-ADTS 3.1.1.3.2). */
export type RootDse = {
  readonly namingContexts: readonly string[];
  /** Active Directory's update sequence number at this moment. */
  readonly highestCommittedUsn: string | null;
  /** Active Directory's own entry for this domain controller's service. */
  readonly dsServiceName: string | null;
};

/** Reads one entry by name, with the attributes asked for. */
export type EntryReader = (dn: string, attributes: readonly string[]) => Promise<RawEntry | null>;

/** Asks the server about itself. */
export async function readRootDse(read: EntryReader): Promise<RootDse> {
  const entry = await read('', ['namingContexts', 'highestCommittedUSN', 'dsServiceName']);
  const texts = (name: string) =>
    entry === null ? [] : valuesOf(entry, name).map((value) => value.toString('utf8'));
  return {
    namingContexts: texts('namingContexts').filter((name) => name !== ''),
    highestCommittedUsn: texts('highestCommittedUSN')[0] ?? null,
    dsServiceName: texts('dsServiceName')[0] ?? null,
  };
}
