import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Controller, Get, Inject, NotFoundException, Param, Res } from '@nestjs/common';
import { configuration } from '../../config/settings.js';
import { Public } from '../audience.js';

type Response = { set(headers: Readonly<Record<string, string>>): { send(body: Buffer): void } };

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};
const here = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));
const installed = (name: string, file: string) =>
  join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), file);

/** What the page consists of: the project's own files and its dependencies', and nothing from elsewhere. */
const files: ReadonlyMap<string, string> = new Map([
  ['page.html', here('page.html')],
  ['page.css', here('page.css')],
  ['bootstrap.js', here('bootstrap.js')],
  ['graphiql.min.css', installed('graphiql', 'graphiql.min.css')],
  ['graphiql.min.js', installed('graphiql', 'graphiql.min.js')],
  ['react.production.min.js', installed('react', 'umd/react.production.min.js')],
  ['react-dom.production.min.js', installed('react-dom', 'umd/react-dom.production.min.js')],
]);

/** Scripts from here alone and none in the page; styles also in the page, where the editor writes its own. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page for trying queries out, where it is configured; elsewhere it is not there. */
@Controller('graphiql')
export class GraphiqlController {
  readonly #on: boolean;

  constructor(@Inject(configuration) { graphiql }: { readonly graphiql: boolean }) {
    this.#on = graphiql;
  }

  /** The page; whoever uses it enters a key. */
  @Get()
  @Public()
  page(@Res() response: Response): void {
    this.#send('page.html', response);
  }

  /** What the page loads. */
  @Get(':file')
  @Public()
  file(@Param('file') name: string, @Res() response: Response): void {
    this.#send(name, response);
  }

  #send(name: string, response: Response): void {
    const path = files.get(name);
    if (!this.#on || path === undefined) throw new NotFoundException();
    const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? '';
    response
      .set({ 'content-type': type, 'content-security-policy': policy })
      .send(readFileSync(path));
  }
}
