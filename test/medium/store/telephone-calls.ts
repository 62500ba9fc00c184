import type { DataSource } from 'typeorm';
import type { MunicipalityCode } from '../../../src/kernel/ids.js';
import type { E164 } from '../../../src/staff/phone-number.js';
import { DialSequencesStore } from '../../../src/store/dial-sequences.store.js';
import { ReportedForwardingsStore } from '../../../src/store/reported-forwardings.store.js';
import { auditFact } from '../../support/audit-fact.js';

const now = new Date('2026-11-24T09:00:00Z');

/** The calls of what telephones and the exchange say of forwardings, each once. */
export function telephoneCalls(
  source: DataSource,
  municipality: MunicipalityCode,
): Record<string, () => Promise<unknown>> {
  return {
    'ReportedForwardingsStore.report': async () => {
      const at = { condition: 'BUSY', origin: 'ANY', observedAt: now, reportSeq: '1' } as const;
      const told = { ...at, e164: '+46582001234' as E164, extension: null, active: true };
      const target = { kind: 'VOICEMAIL' } as const;
      const observations = [{ ...told, target, noAnswerSeconds: null }];
      const batch = { dialPlan: 'sydnarke.test', layer: 'PBX', fullAt: now, observations } as const;
      await new ReportedForwardingsStore(source).report(batch, () => auditFact(), now);
    },
    'DialSequencesStore.countOn': () =>
      new DialSequencesStore(source).countOn(municipality, '+46582001234', '1'),
  };
}
