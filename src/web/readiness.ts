/** Whether the process can answer; the application says how that is found out. */
export abstract class Readiness {
  /** True when everything that an answer needs is there; never throws. */
  abstract ready(): Promise<boolean>;
}
