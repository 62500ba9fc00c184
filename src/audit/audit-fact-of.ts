import type { AuditFact } from '../kernel/audit-fact.js';
import type { Viewer } from '../kernel/viewer.js';

/** What is recorded beside who did it; what is left out is null or empty. */
export type Recorded = Pick<AuditFact, 'at' | 'municipality' | 'action'> &
  Partial<Pick<AuditFact, 'about' | 'object' | 'fields' | 'purpose'>>;

/** Who does something: a viewer, or the command line, whose actor is `command`. */
export type Actor = Pick<Viewer, 'actor' | 'roles' | 'municipality'>;

/** Whoever may run commands. */
export const commandLine: Actor = { actor: 'command', roles: [], municipality: null };

/** The record of what a viewer does or reads through the API, or somebody by a command. */
export function auditFactOf(viewer: Actor, recorded: Recorded): AuditFact {
  return {
    actor: viewer.actor,
    roles: viewer.roles.toSorted().join(' '),
    organisation: viewer.municipality,
    origin: viewer.actor === commandLine.actor ? 'COMMAND' : 'API',
    about: null,
    object: null,
    fields: [],
    purpose: null,
    ...recorded,
  };
}
