/** The numbers of a held plan. */
export type PlanNumbers = {
  readonly missing: number;
  readonly disabled: number;
  readonly created: number;
  readonly lostFields: number;
  readonly relinked: number;
  readonly rejected: number;
};
const names = ['missing', 'disabled', 'created', 'lostFields', 'relinked', 'rejected'] as const;
/** A number of a held plan, by name. */
export type PlanNumber = (typeof names)[number];

/** What a plan would do, what it would not do left out; in the order of how much it hurts. */
export function changesOf(plan: PlanNumbers): readonly (readonly [PlanNumber, number])[] {
  return names.flatMap((name) => (plan[name] > 0 ? [[name, plan[name]] as const] : []));
}
