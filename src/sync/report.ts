import { nothingCounted, type RunReport } from '../store/sync-runs.store.js';
import { heldHash, type Held } from './gate.js';
import type { Plan } from './plan.js';

/** What a plan does, in numbers that leave out PROTECTED people. */
export function reportOf(
  plan: Plan,
  server: string,
  beside: {
    readonly missing: readonly string[];
    readonly leftScope: readonly string[];
    readonly relinked: readonly string[];
    readonly leftOut: readonly string[];
    readonly raised: number;
  },
): RunReport {
  const aside = new Set([...beside.leftOut, ...beside.relinked]);
  const created = [...plan.created.keys()].filter((key) => !aside.has(key));
  return {
    ...nothingCounted,
    status: plan.rejections.length > 0 ? 'COMPLETED_WITH_ERRORS' : 'SUCCEEDED',
    server,
    planHash: null,
    message: null,
    rejections: plan.rejections,
    seen: plan.countSeen(),
    created: plan.count(created),
    updated: plan.count(plan.updated) + plan.count(beside.relinked),
    disabled: plan.count(plan.disabled),
    reappeared: plan.count(plan.reappeared),
    missing: plan.count(beside.missing),
    leftScope: plan.count(beside.leftScope),
    raised: beside.raised,
  };
}

/** What a held run reports: what was read, and nothing done. */
export function heldReport(plan: Plan, server: string, held: Held, raised: number): RunReport {
  const planHash = heldHash(held.held);
  return {
    ...nothingCounted,
    status: 'HELD',
    server,
    planHash,
    message: sentenceOf(held),
    rejections: plan.rejections,
    seen: plan.countSeen(),
    raised,
  };
}

/** What a run that came to nothing reports. */
export function failedReport(message: string, raised: number): RunReport {
  const nothing = { server: null, planHash: null, rejections: [] };
  return { ...nothingCounted, ...nothing, status: 'FAILED', message, raised };
}

/** Why a run is held and what to do about it, for a technician. */
export function sentenceOf({ rules, held }: Held): string {
  return `Held by ${rules.join(', ')}: approve or reject plan ${heldHash(held)}.`;
}
