import { nameKey, readName } from '../../../src/demo/ldap-server/entry-name.js';
import type { BindRequest } from '../../../src/demo/ldap-server/ldap-request.js';
import { resultCode } from '../../../src/demo/ldap-server/ldap-response.js';
import type { Result } from './answer.js';
import type { Served } from './served.js';

/** What an honest server answers to a bind; without a password it is anonymous or refused. */
export function usualBind(
  { account, anonymous }: Served,
  { version, dn, password }: BindRequest,
): Result {
  if (version !== 3) return { code: resultCode.protocolError };
  if (password === null) return { code: resultCode.authMethodNotSupported };
  if (password.length === 0) {
    const taken = dn === '' || anonymous === 'nothing';
    return { code: taken ? resultCode.success : resultCode.unwillingToPerform };
  }
  const right =
    account === null || (sameName(dn, account.dn) && password.toString() === account.password);
  return { code: right ? resultCode.success : resultCode.invalidCredentials };
}

/** Whether two names are the same, whatever their spelling. */
function sameName(a: string, b: string): boolean {
  const [x, y] = [readName(a), readName(b)];
  return x !== null && y !== null && nameKey(x) === nameKey(y);
}
