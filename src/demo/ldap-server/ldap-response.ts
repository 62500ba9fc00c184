import { Attribute, BerWriter, PagedResultsControl, ProtocolOperation } from 'ldapts';

/** The result codes that this server gives (RFC 4511 appendix A). */
export const resultCode = {
  success: 0,
  operationsError: 1,
  protocolError: 2,
  sizeLimitExceeded: 4,
  authMethodNotSupported: 7,
  unavailableCriticalExtension: 12,
  noSuchObject: 32,
  invalidDnSyntax: 34,
  invalidCredentials: 49,
  unwillingToPerform: 53,
} as const;

export type ResultCode = (typeof resultCode)[keyof typeof resultCode];

/** How an operation ended. The message is for technicians and holds no value of an entry. */
export type LdapResult = {
  readonly code: ResultCode;
  readonly message?: string;
  readonly matchedDn?: string;
};

const extendedResponseName = 0x8a;
/** Notice of Disconnection (RFC 4511 section 4.4.1). */
const noticeOfDisconnection = '1.3.6.1.4.1.1466.20036';

/** Requests and the tags of their answers; an extended request's differs by one like the others'. */
const answered: readonly number[] = [
  ProtocolOperation.LDAP_REQ_MODIFY,
  ProtocolOperation.LDAP_REQ_ADD,
  ProtocolOperation.LDAP_REQ_MODRDN,
  ProtocolOperation.LDAP_REQ_COMPARE,
  ProtocolOperation.LDAP_REQ_EXTENSION,
];

/** The tag of the answer to a request that is not supported, or null for a tag that is no request. */
export function answerTag(request: number): number | null {
  // A deletion has no content of its own, so its tag is primitive and its answer's is not.
  if (request === ProtocolOperation.LDAP_REQ_DELETE) return ProtocolOperation.LDAP_RES_DELETE;
  return answered.includes(request) ? request + 1 : null;
}

/** A message that ends an operation; the cookie answers a paged search (RFC 2696), empty when it is over. */
export function resultMessage(
  messageId: number,
  tag: number,
  result: LdapResult,
  cookie: Buffer | null = null,
): Buffer {
  return message(messageId, (writer) => {
    writer.startSequence(tag);
    writeResult(writer, result);
    writer.endSequence();
    if (cookie === null) return;
    writer.startSequence(ProtocolOperation.LDAP_CONTROLS);
    // The size is the server's guess at the total, and 0 is "not known".
    new PagedResultsControl({ value: { size: 0, cookie } }).write(writer);
    writer.endSequence();
  });
}

/** A message with one found entry. */
export function entryMessage(
  messageId: number,
  dn: string,
  attributes: readonly (readonly [name: string, values: readonly Buffer[]])[],
): Buffer {
  return message(messageId, (writer) => {
    writer.startSequence(ProtocolOperation.LDAP_RES_SEARCH_ENTRY);
    writer.writeString(dn);
    writer.startSequence();
    for (const [type, values] of attributes)
      new Attribute({ type, values: [...values] }).write(writer);
    writer.endSequence();
    writer.endSequence();
  });
}

/** The last message on a connection whose bytes can't be read. */
export function disconnectionNotice(): Buffer {
  return message(0, (writer) => {
    writer.startSequence(ProtocolOperation.LDAP_RES_EXTENSION);
    writeResult(writer, { code: resultCode.protocolError, message: 'Not an LDAP message.' });
    writer.writeString(noticeOfDisconnection, extendedResponseName);
    writer.endSequence();
  });
}

/** The envelope of every message; what it holds is written into it. */
export function message(messageId: number, write: (writer: BerWriter) => void): Buffer {
  const writer = new BerWriter();
  writer.startSequence();
  writer.writeInt(messageId);
  write(writer);
  writer.endSequence();
  return writer.buffer;
}

/** The fields with which every result begins (LDAPResult, RFC 4511 section 4.1.9). */
export function writeResult(
  writer: BerWriter,
  { code, message = '', matchedDn = '' }: LdapResult,
): void {
  writer.writeEnumeration(code);
  writer.writeString(matchedDn);
  writer.writeString(message);
}
