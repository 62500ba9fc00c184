import type { AuditFact } from '../kernel/audit-fact.js';
import { atCommandLine, type Viewer } from '../kernel/viewer.js';

/** What is recorded beside who did it; what is left out is null or empty. */
export type Recorded = Pick<AuditFact, 'at' | 'municipality' | 'action'> &
  Partial<Pick<AuditFact, 'about' | 'object' | 'fields' | 'purpose' | 'receipt'>>;

/** Who does something: a viewer, or somebody at the command line. */
export type Actor = Pick<Viewer, 'actor' | 'roles' | 'municipality'>;

/** The record of what a viewer does or reads, through the API or at the command line. */
export function auditFactOf(viewer: Actor, recorded: Recorded): AuditFact {
  return {
    actor: viewer.actor,
    roles: viewer.roles.toSorted().join(' '),
    organisation: viewer.municipality,
    origin: viewer.actor === atCommandLine.actor ? 'COMMAND' : 'API',
    about: null,
    object: null,
    fields: [],
    purpose: null,
    ...recorded,
  };
}
