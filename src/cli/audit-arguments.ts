import type { Verdict } from '../audit/verify-seals.js';

/** How the command is called. */
export const auditUsage = `Usage: npm run audit -- verify
       npm run audit -- drop 2026-01
  verify  recomputes every seal, and says in a line for each municipality whether all is as it was sealed,
          and which seal is the last one: compare it with the log (audit.sealed)
  drop    takes a closed month away whole, if everything verifies; needs DATABASE_OWNER_URL
Ends with 0 when all is well, 1 when something is not as it was sealed, and 2 when it was called wrongly.
`;

/** What the command line asks for. */
export type AuditRequest =
  { readonly kind: 'VERIFY' } | { readonly kind: 'DROP'; readonly month: string };

/** Reads the command line, or null when it cannot be understood. */
export function auditArguments(argv: readonly string[]): AuditRequest | null {
  const [verb, month = '', ...rest] = argv;
  if (rest.length > 0) return null;
  if (verb === 'verify' && month === '') return { kind: 'VERIFY' };
  if (verb === 'drop' && /^20\d\d-(0[1-9]|1[0-2])$/.test(month)) return { kind: 'DROP', month };
  return null;
}

const why = {
  SEAL_MISSING: 'a seal before it is missing',
  SEAL_ALTERED: 'the seal was altered, or the one before it',
  ROW_MISSING: 'a row is missing',
  ROW_ADDED: 'a row was added',
  ROW_ALTERED: 'a row was altered',
  ROW_UNSEALED: 'older than five minutes, and no seal covers it',
} as const;

/** One line of what a check of a municipality's record came to. */
export function verdictLine({ municipality, rows, last, broken }: Verdict): string {
  const upTo = last === null ? 'no seal' : `last seal ${last.number} ${last.hash}`;
  if (broken === null) return `${municipality}: as it was sealed, ${rows} rows, ${upTo}\n`;
  return `${municipality}: BROKEN at ${broken.at}: ${why[broken.why]}; before it ${upTo}\n`;
}
