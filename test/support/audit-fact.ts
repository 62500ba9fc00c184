import type { AuditFact } from '../../src/kernel/audit-fact.js';
import type { MunicipalityCode } from '../../src/kernel/ids.js';
import { now } from './people.js';

/** A fact of nobody in particular; say what is different. */
export function auditFact(different: Partial<AuditFact> = {}): AuditFact {
  return {
    at: now,
    municipality: '1861' as MunicipalityCode,
    actor: 'key:test',
    roles: 'OPERATOR',
    organisation: null,
    action: 'SET_ABSENCE',
    origin: 'API',
    about: null,
    object: null,
    fields: [],
    purpose: null,
    ...different,
  };
}
