import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { BrowserTokens } from '../identity/browser-tokens.js';
import type { Viewer } from '../kernel/viewer.js';
import { Audience } from './audience.js';
import { CreateBrowserTokenInput } from './inputs/create-browser-token.input.js';
import { BrowserTokenPayloadType } from './types/browser-token.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** An intranet's server gets what its pages may ask with; its key never reaches a browser. */
@Resolver()
export class BrowserTokensResolver {
  constructor(private readonly tokens: BrowserTokens) {}

  @Mutation(() => BrowserTokenPayloadType, {
    description:
      'Make a token that the pages of one origin show for ten minutes, to ask with the rights of this key and change nothing. It works only in a browser, from that origin, and ends with the key. Hand it to people who have signed in to the intranet, and to nobody else. For INTRANET_KEY.',
  })
  @Audience(['INTRANET_KEY'])
  createBrowserToken(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => CreateBrowserTokenInput, description: 'For which pages.' })
    { origin }: CreateBrowserTokenInput,
  ) {
    const outcome = this.tokens.make(viewer, origin);
    if (!outcome.ok) return { token: null, expiresAt: null, userErrors: outcome.errors };
    return { ...outcome.value, userErrors: [] };
  }
}
