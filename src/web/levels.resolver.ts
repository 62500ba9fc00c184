import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { NameViewers } from '../changes/name-viewers.js';
import { SetPresentation } from '../changes/set-presentation.js';
import { SetProtection } from '../changes/set-protection.js';
import type { Viewer } from '../kernel/viewer.js';
import { LoweringsView } from '../view/lowerings.view.js';
import { Audience } from './audience.js';
import { idOf } from './global-id.js';
import {
  NameViewerInput,
  SetMyPresentationInput,
  SetPresentationInput,
} from './inputs/levels.input.js';
import { SetProtectionInput } from './inputs/person-changes.input.js';
import { Payloads } from './payloads.js';
import { LevelLoweringType, ProtectionPayloadType } from './types/levels.type.js';
import { PersonPayloadType } from './types/payload.type.js';
import { CurrentViewer } from './viewer.guard.js';

const input = { description: 'What to change.' };

/** Confidentiality of people: their levels, how the PROTECTED ones appear, and who sees them by name. */
@Resolver()
export class LevelsResolver {
  constructor(
    private readonly protection: SetProtection,
    private readonly presentation: SetPresentation,
    private readonly viewers: NameViewers,
    private readonly lowerings: LoweringsView,
    private readonly payloads: Payloads,
  ) {}

  @Query(() => [LevelLoweringType], {
    nullable: true,
    description:
      'Requests to lower a level in the own municipality that can be confirmed now, the newest first, at most 100. For OFFICER.',
  })
  @Audience(['OFFICER'])
  levelLowerings(@CurrentViewer() viewer: Viewer) {
    return this.lowerings.ofOwnMunicipality(viewer);
  }

  @Mutation(() => ProtectionPayloadType, {
    description:
      'Set the confidentiality of somebody in the own municipality. A higher level holds at once. A lower one is a request: another officer must confirm it (confirmProtection) within seven days, and a change of the person in between voids it. For OFFICER.',
  })
  @Audience(['OFFICER'])
  async setProtection(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetProtectionInput, ...input }) request: SetProtectionInput,
  ) {
    const outcome = await this.protection.carryOut(viewer, protectionRequest(request));
    const { person, value, userErrors } = await this.payloads.of(viewer, outcome);
    return { person, step: value?.step ?? null, userErrors };
  }

  @Mutation(() => ProtectionPayloadType, {
    description:
      'Lower a level as another officer of the municipality has asked within seven days, to exactly that level. With PROTECTED go the alias card and the named viewers. For OFFICER.',
  })
  @Audience(['OFFICER'])
  async confirmProtection(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetProtectionInput, ...input }) request: SetProtectionInput,
  ) {
    const outcome = await this.protection.confirm(viewer, protectionRequest(request));
    const { person, value, userErrors } = await this.payloads.of(viewer, outcome);
    return { person, step: value?.step ?? null, userErrors };
  }

  @Mutation(() => PersonPayloadType, {
    description:
      'How you appear to others while you are PROTECTED: not at all, or as an alias card. For SELF.',
  })
  @Audience(['EMPLOYEE'])
  async setMyPresentation(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetMyPresentationInput, ...input })
    { presentation, alias }: SetMyPresentationInput,
  ) {
    const request = { presentation, alias: alias ?? null };
    return this.payloads.of(viewer, await this.presentation.ofOneself(viewer, request));
  }

  @Mutation(() => PersonPayloadType, {
    description: 'The same for a PROTECTED person who has asked for it. For OFFICER.',
  })
  @Audience(['OFFICER'])
  async setPresentation(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetPresentationInput, ...input })
    { personId, presentation, alias, caseReference }: SetPresentationInput,
  ) {
    const id = idOf('PERSON', personId, 'personId');
    const request = { presentation, alias: alias ?? null };
    const outcome = await this.presentation.atWish(viewer, id, request, caseReference);
    return this.payloads.of(viewer, outcome);
  }

  @Mutation(() => PersonPayloadType, {
    description:
      'Let somebody of the same municipality see a PROTECTED person; at most 20 for one person. For OFFICER.',
  })
  @Audience(['OFFICER'])
  async nameViewer(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => NameViewerInput, ...input }) request: NameViewerInput,
  ) {
    return this.payloads.of(viewer, await this.viewers.name(viewer, naming(request)));
  }

  @Mutation(() => PersonPayloadType, {
    description: 'Let somebody see a PROTECTED person no longer. For OFFICER.',
  })
  @Audience(['OFFICER'])
  async removeNamedViewer(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => NameViewerInput, ...input }) request: NameViewerInput,
  ) {
    return this.payloads.of(viewer, await this.viewers.remove(viewer, naming(request)));
  }
}

function protectionRequest({ personId, ...request }: SetProtectionInput) {
  return { ...request, person: { kind: 'ID', id: idOf('PERSON', personId, 'personId') } } as const;
}

function naming({ personId, viewerId, caseReference }: NameViewerInput) {
  return {
    personId: idOf('PERSON', personId, 'personId'),
    viewerId: idOf('PERSON', viewerId, 'viewerId'),
    caseReference,
  };
}
