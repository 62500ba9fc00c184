import type { KeyRole } from '../kernel/key-words.js';
import type { ApiKeyScope } from '../kernel/words.js';

/** What a kind of key may be given, and whether it has to belong to one municipality. */
export type KeyTerms = {
  readonly scopes: readonly ApiKeyScope[];
  readonly ofOneMunicipality: boolean;
};

/** The kinds of keys. Officers, employees and auditors are people: they sign in, and no key stands for one. */
export const keyTerms: Readonly<Record<KeyRole, KeyTerms>> = {
  OPERATOR: { scopes: [], ofOneMunicipality: false },
  TECHNICIAN: { scopes: [], ofOneMunicipality: false },
  /** A colleague in its own municipality, and a stranger in the others. */
  INTRANET_KEY: { scopes: [], ofOneMunicipality: true },
  PHONE_SYSTEM_KEY: {
    scopes: ['LINE_WRITE', 'PRESENCE_WRITE', 'FORWARDING_WRITE', 'DIAL_WRITE'],
    ofOneMunicipality: false,
  },
  /** Mobile numbers of its own municipality only (P20). */
  INTEGRATION_KEY: {
    scopes: ['NUMBERS_MOBILE', 'ABSENCE_READ', 'CALENDAR_WRITE'],
    ofOneMunicipality: true,
  },
};

/** No key lives longer: it is replaced once a year at the least. */
export const maxKeyDays = 366;
