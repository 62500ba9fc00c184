import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SetUnitDuties } from '../changes/set-unit-duties.js';
import type { Viewer } from '../kernel/viewer.js';
import { PeopleView } from '../view/people.view.js';
import type { UnitView } from '../view/person-view.js';
import { UnitsView } from '../view/units.view.js';
import { Audience } from './audience.js';
import { idOf, idsOf } from './global-id.js';
import { SetUnitDutiesInput } from './inputs/relations.input.js';
import { PersonType } from './types/person.type.js';
import { UnitPayloadType } from './types/relations.type.js';
import { UnitType } from './types/unit.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** Who manages a unit, and who is its telefonansvarig. */
@Resolver(() => UnitType)
export class UnitDutiesResolver {
  constructor(
    private readonly view: UnitsView,
    private readonly people: PeopleView,
    private readonly duties: SetUnitDuties,
  ) {}

  @ResolveField(() => PersonType, {
    nullable: true,
    description:
      'Who manages it (P11); null if there is none, or none for you. The first in Swedish order of several.',
  })
  manager(@CurrentViewer() viewer: Viewer, @Parent() unit: UnitView) {
    return this.view.manager(viewer, unit);
  }

  @ResolveField(() => [PersonType], {
    description:
      'Its telefonansvariga (P12), as far as you can see them. For EMPLOYEE, INTRANET_KEY of the municipality, OPERATOR and TECHNICIAN.',
  })
  phoneResponsibles(@CurrentViewer() viewer: Viewer, @Parent() unit: UnitView) {
    return this.view.phoneResponsibles(viewer, unit);
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Opaque version of all that can be changed of it, for expectedVersion, over what you see. For TECHNICIAN, and those who lead or answer for the unit.',
  })
  version(@CurrentViewer() viewer: Viewer, @Parent() unit: UnitView) {
    return this.view.version(viewer, unit);
  }

  @Mutation(() => UnitPayloadType, {
    description:
      'Say who manages a unit (P11) and who is its telefonansvarig (P12); it holds for every unit below too. Whom you cannot see keeps a duty. For TECHNICIAN, and those who lead the unit or one above, who appoint telefonansvariga only.',
  })
  @Audience(['TECHNICIAN', 'EMPLOYEE'])
  async setUnitDuties(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetUnitDutiesInput, description: 'Which unit, and who.' })
    { unitId, managerIds, phoneResponsibleIds, expectedVersion }: SetUnitDutiesInput,
  ) {
    const id = idOf('UNIT', unitId, 'unitId');
    const outcome = await this.duties.carryOut(viewer, {
      unitId: id,
      managerIds: managerIds ? idsOf('PERSON', managerIds, 'managerIds') : null,
      phoneResponsibleIds: phoneResponsibleIds
        ? idsOf('PERSON', phoneResponsibleIds, 'phoneResponsibleIds')
        : null,
      expectedVersion: expectedVersion ?? null,
    });
    if (!outcome.ok) return { unit: null, userErrors: outcome.errors };
    return { unit: await this.people.unit(id), userErrors: [] };
  }
}
