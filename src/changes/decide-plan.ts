import { Injectable, Logger } from '@nestjs/common';
import { auditFactOf, type Actor } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import { HeldPlansStore, type Decision } from '../store/held-plans.store.js';

/** Says yes or no to a plan that the gate held. The next run of the source carries out what was approved. */
@Injectable()
export class DecidePlan {
  readonly #log = new Logger('sync');

  constructor(
    private readonly plans: HeldPlansStore,
    private readonly clock: Clock,
  ) {}

  /** Decides the plan of this hash, once; the hash covers exactly what was held. Who decided is kept. */
  async carryOut(by: Actor, hash: string, decision: Decision): Promise<Outcome<null>> {
    const action = decision === 'APPROVED' ? 'APPROVE_PLAN' : 'REJECT_PLAN';
    const at = this.clock.now();
    const fact = auditFactOf(by, { at, municipality: null, action, object: hash });
    if (!(await this.plans.decide(hash, decision, fact)))
      return refused('NOT_FOUND', 'Ingen sådan plan väntar.', 'hash');
    this.#log.log(`sync.plan_${decision.toLowerCase()} plan=${hash}`);
    return done(null);
  }
}
