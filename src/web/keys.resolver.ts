import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CreateKey } from '../changes/create-key.js';
import { RevokeKey } from '../changes/revoke-key.js';
import { globalId, type MunicipalityCode } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import { KeysView, type ApiKeyView } from '../view/keys.view.js';
import { Audience } from './audience.js';
import { idOf } from './global-id.js';
import { CreateApiKeyInput } from './inputs/create-api-key.input.js';
import { ApiKeyPayloadType, ApiKeyType } from './types/api-key.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** The keys of systems: listed, made, replaced and revoked by technicians. */
@Resolver(() => ApiKeyType)
export class KeysResolver {
  constructor(
    private readonly view: KeysView,
    private readonly create: CreateKey,
    private readonly revoke: RevokeKey,
  ) {}

  @ResolveField(() => ID, { description: 'Global id: opaque, unguessable, and of one type.' })
  id(@Parent() key: ApiKeyView) {
    return globalId('API_KEY', key.id);
  }

  @Query(() => [ApiKeyType], {
    nullable: true,
    description: 'Every key, also those that no longer work, by label. For TECHNICIAN.',
  })
  @Audience(['TECHNICIAN'])
  apiKeys(@CurrentViewer() viewer: Viewer) {
    return this.view.all(viewer);
  }

  @Mutation(() => ApiKeyPayloadType, {
    description:
      'Make a key; its secret is in this answer and nowhere else. To replace a key, create another one with the same kind, municipality and label, move the system over, and revoke the old one; a third is refused (LIMIT). For TECHNICIAN.',
  })
  @Audience(['TECHNICIAN'])
  async createApiKey(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => CreateApiKeyInput, description: 'What for.' })
    { kind, label, municipalityCode, scopes, expiresAt }: CreateApiKeyInput,
  ) {
    const outcome = await this.create.carryOut(viewer, {
      role: kind,
      label,
      municipality: (municipalityCode ?? null) as MunicipalityCode | null,
      scopes: scopes ?? [],
      expiresAt,
    });
    if (!outcome.ok) return { apiKey: null, secret: null, userErrors: outcome.errors };
    const { id, text } = outcome.value;
    return { apiKey: await this.view.byId(viewer, id), secret: text, userErrors: [] };
  }

  @Mutation(() => ApiKeyPayloadType, {
    description:
      'Stop a key: within a second no process takes it any more. One that is revoked already stays as it is. A key may revoke itself. For TECHNICIAN.',
  })
  @Audience(['TECHNICIAN'])
  async revokeApiKey(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The key, from apiKeys.' }) id: string,
  ) {
    const outcome = await this.revoke.carryOut(viewer, idOf('API_KEY', id, 'id'));
    if (!outcome.ok) return { apiKey: null, secret: null, userErrors: outcome.errors };
    const apiKey = await this.view.byId(viewer, outcome.value.id);
    return { apiKey, secret: null, userErrors: [] };
  }
}
