import { Injectable } from '@nestjs/common';
import type { MunicipalityCode } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import type { NumberAudience } from '../kernel/words.js';
import { maySeeSettings } from '../policy/settings-authority.js';
import type { MunicipalitySettings, RetentionTerms } from '../staff/settings.js';
import { SettingsStore } from '../store/settings.store.js';
import type { UnitView } from './person-view.js';
import { unitView } from './place-view.js';

/** A municipality's settings as they are shown. */
export type SettingsView = {
  readonly mobileVisibility: NumberAudience;
  readonly retention:
    (RetentionTerms & { readonly decisionReference: string; readonly decidedOn: string }) | null;
  readonly bestReachedDepartments: readonly {
    readonly unit: UnitView;
    readonly decisionReference: string;
    readonly decidedOn: string;
  }[];
  readonly outsideForwarding: boolean;
  readonly version: string;
};

/** What a municipality's officers and auditors, and technicians, get to know of its settings. */
@Injectable()
export class SettingsViews {
  #next: Promise<readonly MunicipalitySettings[]> | null = null;

  constructor(private readonly settings: SettingsStore) {}

  /** The settings, or null for everybody else. */
  async ofMunicipality(viewer: Viewer, code: MunicipalityCode): Promise<SettingsView | null> {
    if (!maySeeSettings(viewer, code)) return null;
    const found = (await this.readTogether()).find(({ municipality }) => municipality === code);
    return found ? shown(found) : null;
  }

  /** One read for all who ask in the same turn; it begins after the last of them has asked, so that nobody gets an older one. */
  private readTogether(): Promise<readonly MunicipalitySettings[]> {
    this.#next ??= Promise.resolve().then(() => {
      this.#next = null;
      return this.settings.all();
    });
    return this.#next;
  }
}

function shown({
  mobileVisibility,
  retention,
  bestReachedDepartments,
  outsideForwarding,
  version,
}: MunicipalitySettings): SettingsView {
  return {
    mobileVisibility,
    retention: retention && {
      decisionReference: retention.reference,
      decidedOn: retention.decidedOn,
      leaversAfterDays: retention.leaversAfterDays,
      endedAbsencesAfterDays: retention.endedAbsencesAfterDays,
      auditMonths: retention.auditMonths,
    },
    bestReachedDepartments: bestReachedDepartments.map(({ unit, reference, decidedOn }) => {
      return { unit: unitView(unit), decisionReference: reference, decidedOn };
    }),
    outsideForwarding,
    version,
  };
}
