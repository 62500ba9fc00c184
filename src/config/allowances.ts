/** How much one identity may ask of one process, in points of cost and look-ups, each a minute. */
export type Allowances = {
  /** People with a token. */
  readonly people: number;
  /** Operators, as people or by a key that a whole switchboard shares. */
  readonly operators: number;
  /** Keys of other systems: intranets, telephone systems, integrations, technicians' scripts. */
  readonly systems: number;
  /** Numbers that an employee may look up, so that nobody walks through a number series. */
  readonly lookups: number;
  /** Steps of signing in from one network address, which may be a proxy that everybody comes through. */
  readonly signIns: number;
};

/**
 * The figures in service. An operator at work must never meet one: ten keystrokes a second for a whole
 * minute, each a search for 20 entries with all that the console shows of them, cost 265,200 points, and
 * ten operators behind one key with three calls a minute each less (test/small/web/cost.test.ts holds
 * both). For others it is some fifty searches a minute for a person, and three times that for a system.
 */
export const allowances: Allowances = {
  people: 10_000,
  operators: 300_000,
  systems: 30_000,
  lookups: 60,
  signIns: 1_200,
};
