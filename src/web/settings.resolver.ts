import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DecideDepartment } from '../changes/decide-department.js';
import { SetSettings } from '../changes/set-settings.js';
import type { MunicipalityCode } from '../kernel/ids.js';
import type { Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { MunicipalityView } from '../view/person-view.js';
import { SettingsViews } from '../view/settings.view.js';
import { Audience } from './audience.js';
import { idOf } from './global-id.js';
import {
  SetDepartmentDecisionInput,
  SetMunicipalitySettingsInput,
} from './inputs/settings.input.js';
import { MunicipalityType } from './types/municipality.type.js';
import {
  MunicipalitySettingsPayloadType,
  MunicipalitySettingsType,
} from './types/settings.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** What a municipality decides for itself, and who may read and change that. */
@Resolver(() => MunicipalityType)
export class SettingsResolver {
  constructor(
    private readonly views: SettingsViews,
    private readonly set: SetSettings,
    private readonly departments: DecideDepartment,
  ) {}

  @ResolveField(() => MunicipalitySettingsType, {
    nullable: true,
    description:
      'What it decides for itself. For its OFFICER and AUDITOR, and for TECHNICIAN; null for others.',
  })
  settings(@CurrentViewer() viewer: Viewer, @Parent() municipality: MunicipalityView) {
    return this.views.ofMunicipality(viewer, municipality.code as MunicipalityCode);
  }

  @Mutation(() => MunicipalitySettingsPayloadType, {
    description:
      "Change the own municipality's settings: who sees mobile numbers, whether calls may be forwarded out, and how long things are kept. For OFFICER.",
  })
  @Audience(['OFFICER'])
  async setMunicipalitySettings(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetMunicipalitySettingsInput, description: 'What to choose.' })
    { retention, ...chosen }: SetMunicipalitySettingsInput,
  ) {
    const outcome = await this.set.carryOut(viewer, {
      municipalityCode: chosen.municipalityCode,
      mobileVisibility: chosen.mobileVisibility,
      outsideForwarding: chosen.outsideForwarding,
      expectedVersion: chosen.expectedVersion,
      retention: retention
        ? {
            reference: retention.decisionReference,
            decidedOn: retention.decidedOn,
            leaversAfterDays: retention.leaversAfterDays ?? null,
            endedAbsencesAfterDays: retention.endedAbsencesAfterDays ?? null,
            auditMonths: retention.auditMonths ?? null,
          }
        : null,
    });
    return this.payload(viewer, outcome);
  }

  @Mutation(() => MunicipalitySettingsPayloadType, {
    description:
      "Enter or withdraw a department's decision to show best-reached times (träffas säkrast, P8), in the own municipality. For OFFICER.",
  })
  @Audience(['OFFICER'])
  async setDepartmentDecision(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetDepartmentDecisionInput, description: 'What was decided.' })
    { unitId, bestReached, decisionReference, decidedOn }: SetDepartmentDecisionInput,
  ) {
    const outcome = await this.departments.carryOut(viewer, {
      unitId: idOf('UNIT', unitId, 'unitId'),
      bestReached,
      reference: decisionReference ?? null,
      decidedOn: decidedOn ?? null,
    });
    return this.payload(viewer, outcome);
  }

  private async payload(viewer: Viewer, outcome: Outcome<MunicipalityCode>) {
    if (!outcome.ok) return { settings: null, userErrors: outcome.errors };
    const settings = await this.views.ofMunicipality(viewer, outcome.value);
    return { settings, userErrors: [] };
  }
}
