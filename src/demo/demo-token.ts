import { resolve } from 'node:path';
import { demonstrationToken } from './issuers.js';

const usage = `Usage: npm run demo-token -- <employee|officer|auditor> <1882|1861|1860> [employee id]
Prints a token of the demonstration's issuer, good for eight hours, after npm start has run once.
`;

const [role = '', code = '', employeeId] = process.argv.slice(2);
if (!['employee', 'officer', 'auditor'].includes(role) || !/^\d{4}$/.test(code)) {
  process.stderr.write(usage);
  process.exit(2);
}
try {
  const roles = role === 'employee' ? [] : [role];
  const who = { code, roles, employeeId: employeeId ?? null };
  process.stdout.write(`${await demonstrationToken(resolve('.data'), who)}\n`);
} catch {
  process.stderr.write(
    'There is no such issuer here: run npm start once, and name one of its municipalities.\n',
  );
  process.exit(1);
}
