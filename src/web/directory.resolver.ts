import { AppError } from '../kernel/app-error.js';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../kernel/viewer.js';
import type { E164 } from '../staff/phone-number.js';
import { NodesView } from '../view/nodes.view.js';
import { PeopleView, type CardsRead } from '../view/people.view.js';
import { Audience, everybody } from './audience.js';
import { Spending } from './door/spending.js';
import { anyId } from './global-id.js';
import { PersonRefInput, personRef } from './inputs/person-ref.input.js';
import { CardsAsked } from './cards-read.js';
import { mostNumbers } from './door/numbers-given.js';
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
  async viewer(@CurrentViewer() viewer: Viewer, @CardsAsked() cards: CardsRead) {
    const own = viewer.personId && ({ kind: 'ID', id: viewer.personId } as const);
    return {
      person: own && (await this.people.byRef(viewer, own, cards)),
      roles: viewer.roles,
      municipalities: this.people.municipalitiesServed(viewer),
      costRemaining: this.spending.remaining(viewer),
    };
  }

  @Query(() => NodeType, { nullable: true, description: 'Any object by id.' })
  @Audience(everybody)
  node(
    @CurrentViewer() viewer: Viewer,
    @CardsAsked() cards: CardsRead,
    @Args('id', { type: () => ID, description: 'Global id.' }) id: string,
  ) {
    return this.nodes.byRef(viewer, anyId(id, 'id'), cards);
  }

  @Query(() => PersonType, {
    nullable: true,
    description: 'One person. A shared telephone is none: ask for it with `node`.',
  })
  @Audience(everybody)
  person(
    @CurrentViewer() viewer: Viewer,
    @CardsAsked() cards: CardsRead,
    @Args('ref', { type: () => PersonRefInput, description: 'Who.' }) ref: PersonRefInput,
  ) {
    return this.people.byRef(viewer, personRef(ref), cards);
  }

  @Query(() => NumberLookupType, {
    nullable: true,
    description:
      'Caller or callee by number, by the numbers that the viewer may see. Not for INTEGRATION_KEY.',
  })
  @Audience(['PHONE_SYSTEM_KEY', 'OPERATOR', 'TECHNICIAN', 'EMPLOYEE', 'INTRANET_KEY'])
  lookupNumber(
    @CurrentViewer() viewer: Viewer,
    @CardsAsked() cards: CardsRead,
    @Args('number', { type: () => E164Scalar, description: 'Number.' }) number: E164,
  ) {
    return this.people.lookupNumber(viewer, number, cards);
  }

  @Query(() => [NumberLookupType], {
    nullable: true,
    description:
      'Callers or callees by their numbers, at most 100, in their order; each as `lookupNumber` answers it. Not for INTEGRATION_KEY.',
  })
  @Audience(['PHONE_SYSTEM_KEY', 'OPERATOR', 'TECHNICIAN', 'EMPLOYEE', 'INTRANET_KEY'])
  lookupNumbers(
    @CurrentViewer() viewer: Viewer,
    @CardsAsked() cards: CardsRead,
    @Args('numbers', { type: () => [E164Scalar], description: 'Numbers.' }) numbers: E164[],
  ) {
    if (numbers.length > mostNumbers)
      throw new AppError('BAD_USER_INPUT', `"numbers" must be at most ${mostNumbers}.`);
    return this.people.lookupNumbers(viewer, numbers, cards);
  }

  @Query(() => [MunicipalityType], { nullable: true, description: 'All municipalities.' })
  @Audience(everybody)
  municipalities() {
    return this.people.allMunicipalities();
  }
}
