import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import type { Config } from '../../config/config.js';
import { configuration } from '../../config/settings.js';
import { SignIn } from '../../identity/sign-in.js';
import { SignInRefused, type SignInRefusal } from '../../identity/sign-in-refused.js';
import { Public } from '../audience.js';
import { Spending } from '../door/spending.js';
import { fromOurPage, isOurPage, type Provenance } from './from-our-page.js';
import { begunIn, returnedIn } from './sign-in-body.js';

type Settings = Pick<Config, 'directories' | 'demonstration'>;
type Request = {
  readonly headers: Provenance;
  readonly socket: { readonly remoteAddress?: string | undefined };
};
type Response = {
  status(code: number): Response;
  set(headers: Readonly<Record<string, string>>): Response;
};
/** Why nobody got signed in, as a page says it in words. */
type Refusal = SignInRefusal | 'NOT_OUR_PAGE' | 'BAD_REQUEST' | 'RATE_LIMITED';

const statuses: Readonly<Record<Refusal, number>> = {
  NOT_OUR_PAGE: 403,
  BAD_REQUEST: 400,
  RATE_LIMITED: 429,
  UNKNOWN_CHOICE: 404,
  OTHER_ISSUER: 403,
  CODE_REFUSED: 403,
  TOKEN_NOT_ACCEPTED: 502,
  ISSUER_UNAVAILABLE: 502,
};

/** How a browser gets the token with which a page asks the API. */
@Controller('sign-in')
export class SignInController {
  constructor(
    @Inject(configuration) private readonly config: Settings,
    private readonly signIn: SignIn,
    private readonly spending: Spending,
  ) {}

  /** What a visitor may choose from. */
  @Get('options')
  @Public()
  options() {
    const { directories, demonstration } = this.config;
    return {
      municipalities: directories.municipalities.map(({ code, name }) => ({
        code,
        name,
        signIn: this.signIn.choices
          .filter(({ municipality }) => municipality === code)
          .map(({ id, label }) => ({ choice: id, label })),
      })),
      demonstration: demonstration?.people ?? [],
    };
  }

  /** Where a browser goes to sign in. */
  @Post('begin')
  @HttpCode(200)
  @Public()
  async begin(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const begun = begunIn(body);
    return this.#answered(request, response, begun, async (asked) => ({
      address: await this.signIn.begin(asked),
    }));
  }

  /** The token for what it came back with, and for how many seconds it is valid. */
  @Post('finish')
  @HttpCode(200)
  @Public()
  async finish(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const returned = returnedIn(body);
    return this.#answered(request, response, returned, async (asked) => {
      const { token, expiresAt } = await this.signIn.finish(asked);
      // Not the instant: the browser's clock may be another.
      return { token, expiresIn: Math.floor((expiresAt.getTime() - Date.now()) / 1000) };
    });
  }

  /** A token of somebody invented; only the embedded demonstration has such people. */
  @Post('demonstration')
  @HttpCode(200)
  @Public()
  async demonstrate(@Body() body: unknown) {
    const { demonstration } = this.config;
    const id = (body as { readonly id?: unknown } | null)?.id;
    const chosen = demonstration?.people.find((one) => one.id === id);
    if (!demonstration || !chosen) throw new NotFoundException();
    return { token: await demonstration.tokenOf(chosen.id) };
  }

  async #answered<Asked extends { readonly redirectUri: string }, T>(
    { headers, socket }: Request,
    response: Response,
    asked: Asked | null,
    answer: (asked: Asked) => Promise<T>,
  ): Promise<T | { readonly code: Refusal }> {
    response.set({ 'cache-control': 'no-store' });
    const refused = (code: Refusal) => {
      response.status(statuses[code]);
      return { code };
    };
    const wait = this.spending.chargeVisit(socket.remoteAddress);
    if (wait !== null) {
      response.set({ 'retry-after': String(wait) });
      return refused('RATE_LIMITED');
    }
    if (!fromOurPage(headers)) return refused('NOT_OUR_PAGE');
    if (asked === null) return refused('BAD_REQUEST');
    if (!isOurPage(asked.redirectUri, headers.origin)) return refused('NOT_OUR_PAGE');
    try {
      return await answer(asked);
    } catch (error) {
      if (error instanceof SignInRefused) return refused(error.code);
      throw error;
    }
  }
}
