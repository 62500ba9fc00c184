import type { DemonstrationSignIn } from '../config/demonstration-sign-in.js';
import { demonstrationKeys } from './demonstration-keys.js';
import { demonstrationToken } from './issuers.js';

type Person = DemonstrationSignIn['people'][number] & {
  /** The name of a key, or whose token it is. */
  readonly as:
    | { readonly key: string }
    | {
        readonly code: string;
        readonly roles: readonly string[];
        readonly employeeId: string | null;
      };
};

/** Whom a visitor of the demonstration may be: one of each kind who has a page. */
const people: readonly Person[] = [
  {
    id: 'operator',
    label: { sv: 'Telefonist', en: 'Operator' },
    as: { key: 'operator' },
  },
  {
    id: 'employee',
    label: {
      sv: 'Anna Johansson, medarbetare i Hallsberg',
      en: 'Anna Johansson, employee in Hallsberg',
    },
    as: { code: '1861', roles: [], employeeId: '40117' },
  },
  {
    id: 'manager',
    label: { sv: 'Erik Björkman, chef i Hallsberg', en: 'Erik Björkman, manager in Hallsberg' },
    as: { code: '1861', roles: [], employeeId: '40102' },
  },
  {
    id: 'officer',
    label: { sv: 'Sekretessansvarig i Hallsberg', en: 'Confidentiality officer in Hallsberg' },
    as: { code: '1861', roles: ['officer'], employeeId: null },
  },
  {
    id: 'technician',
    label: { sv: 'Tekniker', en: 'Technician' },
    as: { key: 'technician' },
  },
];

/** Signing in by choosing one of these; `keys` are the demonstration's by name, once there are any. */
export function demonstrationSignIn(
  state: string,
  keys: () => Readonly<Record<string, string>>,
): DemonstrationSignIn {
  return {
    people: people.map(({ id, label }) => ({ id, label })),
    tokenOf: async (id) => {
      const as = people.find((one) => one.id === id)?.as;
      if (as === undefined) throw new Error('There is nobody of that id.');
      if (!('key' in as)) return demonstrationToken(state, as);
      const key = keys()[as.key];
      if (key === undefined) throw new Error('There are no keys yet.');
      return key;
    },
    intranetKeyOf: (municipality) => {
      const { name } =
        demonstrationKeys.find(
          ({ role, code }) => role === 'INTRANET_KEY' && code === municipality,
        ) ?? {};
      return name === undefined ? null : (keys()[name] ?? null);
    },
  };
}
