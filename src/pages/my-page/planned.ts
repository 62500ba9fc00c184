import type { Facts } from './facts.js';
import type { PlannedFragment } from './schema-types.js';

/** An absence as the list has it: one that repeats stands there once, with its next occurrence. */
export type Planned = PlannedFragment & {
  /** Whether it is the one in force. */
  readonly running: boolean;
};

/** Running and coming absences by start, each once. */
export function plannedOf({
  absences,
  later,
  currentAbsence,
}: Pick<Facts, 'absences' | 'later' | 'currentAbsence'>): readonly Planned[] {
  const known = new Map<string, Planned>();
  for (const absence of [...absences, ...later])
    if (!known.has(absence.id))
      known.set(absence.id, { ...absence, running: absence.id === currentAbsence?.id });
  return [...known.values()];
}

/** Whether it still lacks somebody who answers (P10). */
export function isUncovered({ cover }: Pick<PlannedFragment, 'cover'>): boolean {
  return cover === 'NONE';
}
