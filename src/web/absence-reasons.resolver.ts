import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SetAbsenceReasons } from '../changes/set-absence-reasons.js';
import type { Viewer } from '../kernel/viewer.js';
import { AbsenceReasonsView } from '../view/absence-reasons.view.js';
import { PeopleView } from '../view/people.view.js';
import type { MunicipalityView } from '../view/person-view.js';
import { Audience } from './audience.js';
import { SetAbsenceReasonsInput } from './inputs/absence-reasons.input.js';
import {
  AbsenceReasonSettingType,
  AbsenceReasonsPayloadType,
} from './types/absence-reason.type.js';
import { MunicipalityType } from './types/municipality.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** A municipality's reasons for absence: read by everybody, chosen by those who answer for them. */
@Resolver(() => MunicipalityType)
export class AbsenceReasonsResolver {
  constructor(
    private readonly views: AbsenceReasonsView,
    private readonly people: PeopleView,
    private readonly set: SetAbsenceReasons,
  ) {}

  @ResolveField(() => [AbsenceReasonSettingType], {
    description: 'Every reason for absence with its label, digit and code; those in use first.',
  })
  absenceReasons(@Parent() municipality: MunicipalityView) {
    return this.views.ofMunicipality(municipality.code);
  }

  @Mutation(() => AbsenceReasonsPayloadType, {
    description:
      'Choose which reasons for absence a municipality has in use, and their labels, digits and codes. For OFFICER of the own municipality, and TECHNICIAN.',
  })
  @Audience(['OFFICER', 'TECHNICIAN'])
  async setAbsenceReasons(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetAbsenceReasonsInput, description: 'What to choose.' })
    { municipalityCode, reasons, expectedVersion }: SetAbsenceReasonsInput,
  ) {
    const outcome = await this.set.carryOut(viewer, {
      municipalityCode,
      reasons: reasons.map(({ digit, letterCode, ...one }) => {
        return { ...one, digit: digit ?? null, letterCode: letterCode ?? null };
      }),
      expectedVersion,
    });
    if (!outcome.ok) return { municipality: null, userErrors: outcome.errors };
    const all = this.people.allMunicipalities();
    return { municipality: all.find(({ code }) => code === outcome.value), userErrors: [] };
  }
}
