import { Controller, HttpCode, Inject, NotFoundException, Param, Post, Req } from '@nestjs/common';
import type { Config } from '../../config/config.js';
import { configuration } from '../../config/settings.js';
import { BrowserTokens } from '../../identity/browser-tokens.js';
import { Identity } from '../../identity/identity.js';
import { Public } from '../audience.js';
import { shownBy } from '../door/authorization.js';

/**
 * What an intranet's own server does, for the example page: it exchanges its key for a token of the pages that ask. A real one
 * does so for people who have signed in to it; this one has invented staff only, and is not there outside the demonstration.
 */
@Controller('katalog')
export class IntranetExampleController {
  constructor(
    @Inject(configuration) private readonly config: Pick<Config, 'demonstration'>,
    private readonly identity: Identity,
    private readonly tokens: BrowserTokens,
  ) {}

  /** A fresh token, as the component asks for it. */
  @Post('token/:code')
  @HttpCode(200)
  @Public()
  async token(@Param('code') code: string, @Req() request: Parameters<typeof shownBy>[0]) {
    const key = this.config.demonstration?.intranetKeyOf(code) ?? null;
    if (key === null) throw new NotFoundException();
    const viewer = await this.identity.viewer({ authorization: `Bearer ${key}` });
    const outcome = this.tokens.make(viewer, shownBy(request).origin ?? '');
    if (!outcome.ok) throw new NotFoundException();
    return outcome.value;
  }
}
