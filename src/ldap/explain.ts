import { bindRefusal } from './bind-refusal.js';
import { faultCode, faultName } from '../kernel/fault.js';

/** What the codes of TLS, sockets and LDAP mean to the technician who has to mend it. */
const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers on that port.',
  ECONNRESET: 'the server closed the connection.',
  ENOTFOUND: 'the host name is unknown.',
  ETIMEDOUT: 'the server did not answer in time.',
  CERT_HAS_EXPIRED: "the server's certificate has expired.",
  ERR_TLS_CERT_ALTNAME_INVALID: "the server's certificate is for another name (tls.serverName).",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "the server's certificate is from an unknown authority (tls.caFile).",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the server's certificate is self-signed (tls.caFile).",
  SELF_SIGNED_CERT_IN_CHAIN: "the server's certificate is from an unknown authority (tls.caFile).",
  ENOENT: 'the file named by tls.caFile is not there.',
  '4': 'the server has a size limit that paging does not lift (sizeLimitExceeded).',
  '8': 'the server demands ldaps or StartTLS (strongerAuthRequired).',
  '12': 'the server cannot page (unavailableCriticalExtension).',
  '32': 'the base is not there, or the account may not see it (noSuchObject).',
  '50': 'the bind account may not read there (insufficientAccessRights).',
  '51': 'the server is busy.',
  '52': 'the server is unavailable.',
  '53': 'the server is unwilling to perform that.',
};

const wrongAccount = 'the bind account or its password is wrong (invalidCredentials).';

/** One sentence on why a directory could not be read. It holds no distinguished name, filter or password. */
export function explain(error: unknown): string {
  const code = faultCode(error);
  // Only errors of our own have no code, and their messages are sentences.
  if (code === null) return error instanceof Error ? error.message : 'it failed.';
  if (code === '49' && error instanceof Error) return bindRefusal(error.message) ?? wrongAccount;
  return sentences[code] ?? `it failed (${faultName(error)}).`;
}
