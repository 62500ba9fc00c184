import { grantedRoles, type GrantedRole } from '../kernel/words.js';
import type { MunicipalityCode } from '../kernel/ids.js';

/** Who is to have which role. */
export type GrantCommand = {
  readonly role: GrantedRole;
  readonly municipality: MunicipalityCode;
  readonly employeeId: string;
};

/** How the command is called. */
export const grantUsage = `Usage: npm run grant -- <role> <municipality> <employee id>
  role          ${grantedRoles.map((role) => role.toLowerCase()).join(', ')}
  municipality  SCB's four digits, such as 1861
For the first ones: after that, technicians and officers grant in the API. It is recorded.
`;

/** What the command line asks for, or null when it cannot be understood. */
export function grantArguments(
  [word = '', code = '', employeeId = '', ...rest]: readonly string[],
  municipalities: readonly string[],
): GrantCommand | null {
  const role = grantedRoles.find((one) => one.toLowerCase() === word);
  const municipality = municipalities.find((one) => one === code);
  if (role === undefined || municipality === undefined || rest.length > 0) return null;
  if (!/^[^\p{Cc}]{1,254}$/u.test(employeeId)) return null;
  return { role, municipality: municipality as MunicipalityCode, employeeId };
}
