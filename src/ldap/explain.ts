import { bindRefusal } from './bind-refusal.js';
import { faultCode, faultName } from '../kernel/fault.js';

/** What the codes of TLS, sockets and LDAP mean to the technician who has to mend it. */
const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers on that port.',
  ECONNRESET: 'the server closed the connection.',
  ENOTFOUND: 'the host name is unknown.',
  EPIPE: 'the server closed the connection.',
  EAI_AGAIN: 'the host name cannot be looked up now.',
  EHOSTUNREACH: 'no way leads to that host.',
  ENETUNREACH: 'no way leads to that host.',
  ETIMEDOUT: 'the server did not answer in time.',
  CERT_HAS_EXPIRED: "the server's certificate has expired.",
  CERT_NOT_YET_VALID:
    "the server's certificate is not valid yet (or this machine's clock is wrong).",
  CERT_SIGNATURE_FAILURE:
    "the server's certificate is from an authority that was made anew (tls.caFile).",
  ERR_TLS_CERT_ALTNAME_INVALID: "the server's certificate is for another name (tls.serverName).",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "the server's certificate is from an unknown authority (tls.caFile).",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the server's certificate is self-signed (tls.caFile).",
  SELF_SIGNED_CERT_IN_CHAIN: "the server's certificate is from an unknown authority (tls.caFile).",
  UNABLE_TO_GET_ISSUER_CERT: "the server's certificate is from an unknown authority (tls.caFile).",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    "the server's certificate is from an unknown authority (tls.caFile).",
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'the server speaks only TLS that is too old.',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'the server speaks only TLS that is too old.',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the server does not speak TLS on that port.',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'the server does not speak TLS on that port.',
  EACCES: 'the file named by tls.caFile may not be read.',
  ENOENT: 'the file named by tls.caFile is not there.',
  '1': 'the server takes the account for signed out (operationsError).',
  '2': 'the server does not know what was asked of it, such as StartTLS (protocolError).',
  '3': 'the server stopped at its own time limit (timeLimitExceeded).',
  '4': 'the server has a size limit that paging does not lift (sizeLimitExceeded).',
  '8': 'the server demands ldaps or StartTLS (strongerAuthRequired).',
  '10': 'the server refers to another one: name that one (referral).',
  '11': 'the server stopped at a limit of its administrator (adminLimitExceeded).',
  '12': 'the server cannot page (unavailableCriticalExtension).',
  '32': 'the base is not there, or the account may not see it (noSuchObject).',
  '50': 'the bind account may not read there (insufficientAccessRights).',
  '51': 'the server is busy.',
  '52': 'the server is unavailable.',
  '53': 'the server is unwilling to perform that.',
};

const wrongAccount = 'the bind account or its password is wrong (invalidCredentials).';

/** What ldapts says without a code, also of the request that it was about. */
const words: readonly (readonly [RegExp, string])[] = [
  [/^Connection timeout$|: Operation timed out$/, 'the server did not answer in time.'],
  [/^Connection closed|^Socket (error|connection)/, 'the server closed the connection.'],
];
const notLdap = ['InvalidAsn1Error', 'MessageParserError'];

/** One sentence on why a directory could not be read. It holds no distinguished name, filter or password. */
export function explain(error: unknown): string {
  const code = faultCode(error);
  if (code === null) return error instanceof Error ? withoutCode(error) : 'it failed.';
  if (code === '49' && error instanceof Error) return bindRefusal(error.message) ?? wrongAccount;
  return sentences[code] ?? `it failed (${faultName(error)}).`;
}

function withoutCode(error: Error): string {
  if (notLdap.includes(error.name)) return 'the server sent something that is not LDAP.';
  const known = words.find(([pattern]) => pattern.test(error.message))?.[1];
  if (known !== undefined) return known;
  // Errors of our own are sentences; others may quote what they choked on.
  return /^[^\n]+\.$/.test(error.message) ? error.message : `it failed (${faultName(error)}).`;
}
