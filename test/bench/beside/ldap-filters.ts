import { escapeFilter } from 'ldapts';
import { judgedQueries } from '../../search/judged.js';

/** A judged query, and the search of a directory that asks for the same. */
export type LdapQuery = {
  readonly kind: (typeof ldapKinds)[number];
  readonly typed: string;
  readonly filter: string;
};

/** The kinds that a directory can be asked for: what is misspelt, heard or meant it does not know. */
export const ldapKinds = ['name', 'abbreviated', 'number'] as const;

/** As olcDbIndex takes it: every attribute that is asked for, and those that a directory of staff has beside them. */
export const ldapIndexes = [
  'objectClass eq',
  'sn,givenName,cn,title,ou,mail,telephoneNumber,mobile,employeeNumber eq,sub',
];

export const ldapQueries: readonly LdapQuery[] = judgedQueries.flatMap(({ kind, typed }) => {
  const known = ldapKinds.find((one) => one === kind);
  if (known === undefined) return [];
  const filter = known === 'number' ? byLastDigits(typed) : byNames(typed);
  return [{ kind: known, typed, filter }];
});

/** Every word begins a family name or a given name. */
function byNames(typed: string): string {
  const words = typed.split(/\s+/).map((word) => {
    const begun = `${escapeFilter`${word}`}*`;
    return `(|(sn=${begun})(givenName=${begun}))`;
  });
  return words.length === 1 ? (words[0] ?? '') : `(&${words.join('')})`;
}

/** Without the country's code or the 0 before an area code: the directory has +46 before what is left. */
function byLastDigits(typed: string): string {
  const digits = typed.replace('(0)', '').replaceAll(/\D/g, '');
  const last = digits.replace(/^(?:00)?46(?=\d{8})|^0(?=[1-9]\d{7})/, '');
  return `(|(telephoneNumber=*${last})(mobile=*${last}))`;
}
