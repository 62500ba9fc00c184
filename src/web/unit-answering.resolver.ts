import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../kernel/viewer.js';
import type { UnitView } from '../view/person-view.js';
import { UnitsView } from '../view/units.view.js';
import { DirectoryEntryType } from './types/directory-entry.type.js';
import { FaultContactType } from './types/fault-contact.type.js';
import { SubjectType } from './types/subject.type.js';
import { UnitType } from './types/unit.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** Who answers in a unit, for what, and whom it turns to when telephones fail (P7, P9, P14). */
@Resolver(() => UnitType)
export class UnitAnsweringResolver {
  constructor(private readonly view: UnitsView) {}

  @ResolveField(() => String, { description: 'The same, as hits of a search have it.' })
  displayName({ name }: UnitView) {
    return name;
  }

  @ResolveField(() => [DirectoryEntryType], {
    description:
      'Who answers for each other (svarsgrupp, P9), the first first, as far as you can see them. For EMPLOYEE, INTRANET_KEY of the municipality, OPERATOR, TECHNICIAN and PHONE_SYSTEM_KEY.',
  })
  answerGroup(@CurrentViewer() viewer: Viewer, @Parent() unit: UnitView) {
    return this.view.answerGroup(viewer, unit);
  }

  @ResolveField(() => [SubjectType], {
    description:
      'By which words callers ask for what it handles (P14), in the order of those who keep them.',
  })
  subjects(@CurrentViewer() viewer: Viewer, @Parent() unit: UnitView) {
    return this.view.subjects(viewer, unit);
  }

  @ResolveField(() => FaultContactType, {
    nullable: true,
    description:
      'Whom it turns to when telephones fail (P7), perhaps as the unit above says. For EMPLOYEE of the municipality, OPERATOR and TECHNICIAN.',
  })
  faultContact(@CurrentViewer() viewer: Viewer, @Parent() unit: UnitView) {
    return this.view.faultContact(viewer, unit);
  }
}
