import { Injectable, Logger } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { MunicipalityCode } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { maySetSettings } from '../policy/settings-authority.js';
import type { ChosenSettings } from '../staff/settings.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { SettingsStore } from '../store/settings.store.js';
import { checkedRetention } from './retention.js';

/** All that an officer chooses, in the place of what was chosen before. */
export type SettingsRequest = ChosenSettings & {
  readonly municipalityCode: string;
  readonly expectedVersion: string;
};

/** Changes a municipality's own settings, by its officers. They count from the next request on, in every process. */
@Injectable()
export class SetSettings {
  readonly #log = new Logger('settings');

  constructor(
    private readonly settings: SettingsStore,
    private readonly municipalities: MunicipalitiesStore,
    private readonly clock: Clock,
  ) {}

  /** Changes them and records which fields, or says why not. Another municipality's are none. */
  async carryOut(viewer: Viewer, request: SettingsRequest): Promise<Outcome<MunicipalityCode>> {
    const code = this.municipalities.byCode(request.municipalityCode)?.code;
    if (code === undefined || !maySetSettings(viewer, code))
      return refused('NOT_FOUND', 'Det finns ingen sådan.', 'municipalityCode');
    const { mobileVisibility, retention, outsideForwarding, expectedVersion } = request;
    const at = this.clock.now();
    const checked = retention === null ? done(null) : checkedRetention(retention, at);
    if (!checked.ok) return checked;
    const chosen = { mobileVisibility, outsideForwarding, retention: checked.value };
    const kept = await this.settings.choose(code, expectedVersion, chosen, (fields) =>
      auditFactOf(viewer, { at, municipality: code, action: 'SET_SETTINGS', fields }),
    );
    if (!kept) return refused('CONFLICT', 'Någon annan har ändrat. Läs om.', 'expectedVersion');
    this.#log.log(`settings.set municipality=${code}`);
    return done(code);
  }
}
