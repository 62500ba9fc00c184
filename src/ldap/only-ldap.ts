import type { Client } from 'ldapts';

/** Every LDAP message is a BER SEQUENCE (RFC 4511 section 4.1.1). */
const messageTag = 0x30;

/**
 * Has a client give its connection up at bytes that are no message of LDAP: ldapts waits for the rest
 * of them until its time is over. Reaches into ldapts, whose version is pinned; tests watch it.
 */
export function allowOnlyLdap(client: Client): void {
  const parser = client['messageParser'];
  const read = parser.read.bind(parser);
  // It also calls itself, for what follows a message.
  parser.read = (data: Buffer, waiting: Parameters<typeof read>[1]) => {
    if ((parser['buffer'] ?? data)[0] === messageTag) read(data, waiting);
    else giveUp(client);
  };
  // After the listener of ldapts, which has told whoever waits for this very message.
  parser.on('error', () => giveUp(client));
}

function giveUp(client: Client): void {
  const waiting = client['messageDetailsByMessageId'];
  for (const { reject } of waiting.values())
    reject(new Error('the server sent something that is not LDAP.'));
  waiting.clear();
  client['_destroySocket'](client['socket']);
}
