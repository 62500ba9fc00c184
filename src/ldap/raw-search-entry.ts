import { ProtocolOperation, SearchEntry, type BerReader, type Client, type Message } from 'ldapts';
import { readRawEntry, type RawEntry } from './raw-entry.js';

/** An entry that keeps its bytes: ldapts decodes every value of every entry, and a sync reads few of them. */
export class RawSearchEntry extends SearchEntry {
  raw: RawEntry | null = null;

  override parseMessage(reader: BerReader): void {
    const start = reader.offset;
    reader.readString();
    reader.readSequence();
    const end = reader.offset + reader.length;
    this.raw = readRawEntry(reader.buffer.subarray(start, end));
    reader.offset = end;
  }
}

/** Has a client hand out entries as bytes. Reaches into ldapts, whose version is pinned; a contract test watches it. */
export function keepEntriesRaw(client: Client): void {
  const parser = client['messageParser'];
  const usual = parser['_getMessageFromProtocolOperation'].bind(parser);
  parser['_getMessageFromProtocolOperation'] = (
    messageId: number,
    operation: number,
    reader: BerReader,
    request?: Message,
  ) => {
    if (operation !== ProtocolOperation.LDAP_RES_SEARCH_ENTRY)
      return usual(messageId, operation, reader, request);
    const entry = new RawSearchEntry({ messageId });
    entry.parse(reader, []);
    return entry;
  };
}
