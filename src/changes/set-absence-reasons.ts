import { Injectable, Logger } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { MunicipalityCode } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { maySetReasons } from '../policy/settings-authority.js';
import type { ReasonSetting } from '../staff/absence-reasons.js';
import { AbsenceReasonsStore } from '../store/absence-reasons.store.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { changedIn } from './changed-fields.js';
import { checkedReasons } from './checked-reasons.js';

/** Reasons that are to be otherwise; those that are left out stay as they are. */
export type ReasonsRequest = {
  readonly municipalityCode: string;
  readonly reasons: readonly ReasonSetting[];
  readonly expectedVersion: string;
};

const settingFields = ['inUse', 'labelSv', 'labelEn', 'digit', 'letterCode'] as const;

/** Chooses which reasons for absence a municipality has in use, and their labels, digits and letter codes. */
@Injectable()
export class SetAbsenceReasons {
  readonly #log = new Logger('settings');

  constructor(
    private readonly reasons: AbsenceReasonsStore,
    private readonly municipalities: MunicipalitiesStore,
    private readonly clock: Clock,
  ) {}

  /** Changes them all and records which fields, or says why not. Another municipality's are none. */
  async carryOut(viewer: Viewer, request: ReasonsRequest): Promise<Outcome<MunicipalityCode>> {
    const code = this.municipalities.byCode(request.municipalityCode)?.code;
    if (code === undefined || !maySetReasons(viewer, code))
      return refused('NOT_FOUND', 'Det finns ingen sådan.', 'municipalityCode');
    const before = await this.reasons.of(code);
    const checked = checkedReasons(request.reasons, before);
    if (!checked.ok) return checked;
    const reasons = checked.value;
    const fields = reasons.flatMap((one, i) =>
      changedIn(settingFields, before[i] ?? null, one).map((field) => `${one.reason}.${field}`),
    );
    if (fields.length === 0) return done(code);
    const what = {
      at: this.clock.now(),
      municipality: code,
      action: 'SET_ABSENCE_REASONS',
    } as const;
    const fact = auditFactOf(viewer, { ...what, fields });
    if (!(await this.reasons.choose(code, request.expectedVersion, { reasons, fact })))
      return refused('CONFLICT', 'Någon annan har ändrat. Läs om.', 'expectedVersion');
    this.#log.log(`settings.absence_reasons municipality=${code}`);
    return done(code);
  }
}
