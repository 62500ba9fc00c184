import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { UnitId } from '../kernel/ids.js';
import { receiptOf, type Retriable } from '../kernel/receipt.js';
import { done, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { WeeklyWindow } from '../staff/weekly-window.js';
import { UnitAnsweringStore } from '../store/unit-answering.store.js';
import { KeptUnits, unitChanged, type UnitRequest } from './kept-units.js';
import { Subjects } from './subjects.js';
import { checkedWindows } from './weekly-windows.js';

/** When somebody is to answer in a unit; an empty list says that nobody has said. */
export type OpeningHoursRequest = UnitRequest & { readonly windows: readonly WeeklyWindow[] };

/** Says when a unit answers. Of a person there are no such hours (P8): outside the unit's, nobody is expected to answer. */
@Injectable()
export class SetOpeningHours {
  constructor(
    private readonly units: KeptUnits,
    private readonly subjects: Subjects,
    private readonly answering: UnitAnsweringStore,
    private readonly clock: Clock,
  ) {}

  /** Replaces all of them, or says why not. */
  async carryOut(
    viewer: Viewer,
    request: OpeningHoursRequest,
    retriable: Retriable | null = null,
  ): Promise<Outcome<{ readonly unitId: UnitId }>> {
    const found = await this.units.allowed(viewer, request);
    if (!found.ok) return found;
    const windows = checkedWindows(request.windows);
    if (!windows.ok) return windows;
    const { unitId, municipality } = found.value;
    const reach = this.subjects.reach(viewer);
    const fact = auditFactOf(viewer, {
      at: this.clock.now(),
      municipality,
      action: 'SET_OPENING_HOURS',
      object: unitId,
      fields: ['Unit.openingHours'],
      receipt: receiptOf(retriable, { unitId }),
    });
    const saved = await this.answering.setOpeningHours(reach, found.value, windows.value, fact);
    return saved ? done({ unitId }) : unitChanged();
  }
}
