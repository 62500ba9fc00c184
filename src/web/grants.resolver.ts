import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ChangeGrant } from '../changes/change-grant.js';
import type { Viewer } from '../kernel/viewer.js';
import { GrantsView } from '../view/grants.view.js';
import { Audience } from './audience.js';
import { personRef } from './inputs/person-ref.input.js';
import { GrantInput } from './inputs/relations.input.js';
import { Payloads } from './payloads.js';
import { PersonPayloadType } from './types/payload.type.js';
import { GrantType } from './types/relations.type.js';
import { CurrentViewer } from './viewer.guard.js';

const grantInput = { type: () => GrantInput, description: 'Whose role, and which.' };

/** The roles that people are granted here. */
@Resolver(() => GrantType)
export class GrantsResolver {
  constructor(
    private readonly view: GrantsView,
    private readonly grant: ChangeGrant,
    private readonly payloads: Payloads,
  ) {}

  @Query(() => [GrantType], {
    nullable: true,
    description:
      "Standing grants of roles, the oldest first, at most 1,000: for TECHNICIAN those of operators and technicians, for OFFICER and AUDITOR all of the own municipality's people; of those people only whom you can see.",
  })
  @Audience(['TECHNICIAN', 'OFFICER', 'AUDITOR'])
  grants(@CurrentViewer() viewer: Viewer) {
    return this.view.standing(viewer);
  }

  @Mutation(() => PersonPayloadType, {
    description:
      "Grant a role, within a second everywhere: a TECHNICIAN makes operators and technicians, an OFFICER officers and auditors of the own municipality, and an operator of somebody PROTECTED there. Nobody's own. For TECHNICIAN and OFFICER.",
  })
  @Audience(['TECHNICIAN', 'OFFICER'])
  async grantRole(
    @CurrentViewer() viewer: Viewer,
    @Args('input', grantInput) { person, role }: GrantInput,
  ) {
    const request = { person: personRef(person), role };
    return this.payloads.of(viewer, await this.grant.carryOut(viewer, 'GRANT', request));
  }

  @Mutation(() => PersonPayloadType, {
    description:
      "Revoke a role, within a second everywhere, by those who may grant it; an OFFICER also any role of somebody PROTECTED in the own municipality. Nobody's own. For TECHNICIAN and OFFICER.",
  })
  @Audience(['TECHNICIAN', 'OFFICER'])
  async revokeGrant(
    @CurrentViewer() viewer: Viewer,
    @Args('input', grantInput) { person, role }: GrantInput,
  ) {
    const request = { person: personRef(person), role };
    return this.payloads.of(viewer, await this.grant.carryOut(viewer, 'REVOKE', request));
  }
}
