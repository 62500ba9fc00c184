import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../kernel/viewer.js';
import type { E164 } from '../staff/phone-number.js';
import { NodesView } from '../view/nodes.view.js';
import { PeopleView } from '../view/people.view.js';
import { Audience, everybody } from './audience.js';
import { Spending } from './door/spending.js';
import { anyId } from './global-id.js';
import { PersonRefInput, personRef } from './inputs/person-ref.input.js';
import { ManagersAsked } from './managers-asked.js';
import { E164Scalar } from './scalars.js';
import { NumberLookupType, ViewerType } from './types/lists.type.js';
import { MunicipalityType } from './types/municipality.type.js';
import { NodeType } from './types/node.type.js';
import { PersonType } from './types/person.type.js';
import { CurrentViewer } from './viewer.guard.js';

@Resolver()
export class DirectoryResolver {
  constructor(
    private readonly people: PeopleView,
    private readonly nodes: NodesView,
    private readonly spending: Spending,
  ) {}

  @Query(() => ViewerType, { nullable: true, description: 'Who am I.' })
  @Audience(everybody)
  async viewer(@CurrentViewer() viewer: Viewer, @ManagersAsked() managers: boolean) {
    const own = viewer.personId && ({ kind: 'ID', id: viewer.personId } as const);
    return {
      person: own && (await this.people.byRef(viewer, own, managers)),
      roles: viewer.roles,
      municipalities: this.people.municipalitiesServed(viewer),
      costRemaining: this.spending.remaining(viewer),
    };
  }

  @Query(() => NodeType, { nullable: true, description: 'Any object by id.' })
  @Audience(everybody)
  node(
    @CurrentViewer() viewer: Viewer,
    @ManagersAsked() managers: boolean,
    @Args('id', { type: () => ID, description: 'Global id.' }) id: string,
  ) {
    return this.nodes.byRef(viewer, anyId(id, 'id'), managers);
  }

  @Query(() => PersonType, {
    nullable: true,
    description: 'One person. A shared telephone is none: ask for it with `node`.',
  })
  @Audience(everybody)
  person(
    @CurrentViewer() viewer: Viewer,
    @ManagersAsked() managers: boolean,
    @Args('ref', { type: () => PersonRefInput, description: 'Who.' }) ref: PersonRefInput,
  ) {
    return this.people.byRef(viewer, personRef(ref), managers);
  }

  @Query(() => NumberLookupType, {
    nullable: true,
    description:
      'Caller or callee by number, by the numbers that the viewer may see. Not for INTEGRATION_KEY.',
  })
  @Audience(['PHONE_SYSTEM_KEY', 'OPERATOR', 'TECHNICIAN', 'EMPLOYEE', 'INTRANET_KEY'])
  lookupNumber(
    @CurrentViewer() viewer: Viewer,
    @ManagersAsked() managers: boolean,
    @Args('number', { type: () => E164Scalar, description: 'Number.' }) number: E164,
  ) {
    return this.people.lookupNumber(viewer, number, managers);
  }

  @Query(() => [MunicipalityType], { nullable: true, description: 'All municipalities.' })
  @Audience(everybody)
  municipalities() {
    return this.people.allMunicipalities();
  }
}
