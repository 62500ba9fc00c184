import { expect } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { auditFactOf } from '../../../src/audit/audit-fact-of.js';
import type { ApiKeyId, MunicipalityCode, UnitId } from '../../../src/kernel/ids.js';
import { atCommandLine } from '../../../src/kernel/viewer.js';
import { standardReasons } from '../../../src/staff/absence-reasons.js';
import type { AbsenceReasonsStore } from '../../../src/store/absence-reasons.store.js';
import type { ApiKeysStore } from '../../../src/store/api-keys.store.js';
import type { SettingsStore } from '../../../src/store/settings.store.js';
import { now } from '../../support/people.js';

type Calls = Record<string, () => Promise<unknown>>;

/** Each statement about keys, sent once. */
export function keyCalls(keys: ApiKeysStore): Calls {
  const fact = auditFactOf(atCommandLine, { at: now, municipality: null, action: 'CREATE_KEY' });
  let made: ApiKeyId;
  const key = {
    keyId: 'AAAAAAAA',
    secretHmac: '',
    role: 'OPERATOR',
    label: '',
    municipality: null,
    scopes: [],
    expiresAt: now,
    revokedAt: null,
  } as const;
  return {
    'ApiKeysStore.add': async () => {
      made = (await keys.add(key, now, fact)) as ApiKeyId;
    },
    'ApiKeysStore.byKeyId': () => keys.byKeyId(key.keyId),
    'ApiKeysStore.byId': () => keys.byId(made),
    'ApiKeysStore.all': () => keys.all(),
    'ApiKeysStore.noteUse': () => keys.noteUse(key.keyId, '2026-11-24'),
    'ApiKeysStore.revoke': async () => expect(await keys.revoke(made, now, fact)).toBe(true),
  };
}

/** Each statement about settings, sent once. */
export function settingsCalls(
  source: DataSource,
  settings: SettingsStore,
  municipality: MunicipalityCode,
): Calls {
  const fact = auditFactOf(atCommandLine, { at: now, municipality, action: 'SET_SETTINGS' });
  const decision = { reference: 'KS 2026/1', decidedOn: '2026-11-24' };
  const terms = { leaversAfterDays: 30, endedAbsencesAfterDays: null, auditMonths: null };
  const chosen = {
    mobileVisibility: 'COOPERATION',
    outsideForwarding: false,
    retention: { ...decision, ...terms },
  } as const;
  const decide = async (made: typeof decision | null) => {
    const [unit] = (await source.query('select id from unit')) as [{ id: UnitId }];
    return settings.decide({ id: unit.id, municipality }, made, fact);
  };
  return {
    'SettingsStore.choose': async () =>
      expect(await settings.choose(municipality, '1', chosen, () => fact)).toBe(true),
    'SettingsStore.decide': () => decide(decision),
    'SettingsStore.all': () => settings.all(),
    'SettingsStore.decide, withdrawn': () => decide(null),
  };
}

/** Each statement about reasons for absence, sent once; after those about settings, whose version they share. */
export function reasonCalls(reasons: AbsenceReasonsStore, municipality: MunicipalityCode): Calls {
  const fact = auditFactOf(atCommandLine, { at: now, municipality, action: 'SET_ABSENCE_REASONS' });
  const change = { reasons: standardReasons.slice(0, 2), fact };
  return {
    'AbsenceReasonsStore.choose': async () =>
      expect(await reasons.choose(municipality, '2', change)).toBe(true),
    'AbsenceReasonsStore.of': () => reasons.of(municipality),
    'AbsenceReasonsStore.all': () => reasons.all(),
  };
}
