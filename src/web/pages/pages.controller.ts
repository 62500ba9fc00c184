import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { Public } from '../audience.js';
import { pagePolicy } from './page-policy.js';

type Response = { set(headers: Readonly<Record<string, string>>): { send(body: Buffer): void } };

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};
/** The component keeps its name, so that pages get what is new of it within minutes. */
const forMinutes = 'public, max-age=300';
/** A name of these has a digest of what is in the file, which therefore never changes. */
const forAYear = 'public, max-age=31536000, immutable';

/** Where the build has put the pages: beside the compiled program, or, for tests, from its sources. */
function built(): string {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const beside = join(root, 'pages');
  return existsSync(beside) ? beside : join(root, 'dist', 'pages');
}

/** The browser pages. They hold nothing of anybody: what they show, they ask the API for. */
@Controller()
export class PagesController {
  readonly #folder = built();

  /** The operator's console. */
  @Get('telefonist')
  @Public()
  console(@Res() response: Response): void {
    this.#page('telefonist', response);
  }

  /** An intranet page that shows the staff directory. */
  @Get('katalog')
  @Public()
  directory(@Res() response: Response): void {
    this.#page('katalog', response);
  }

  /** An employee's own page. */
  @Get('min-sida')
  @Public()
  mine(@Res() response: Response): void {
    this.#page('min-sida', response);
  }

  /** The technician's page. */
  @Get('drift')
  @Public()
  operations(@Res() response: Response): void {
    this.#page('drift', response);
  }

  /** The staff directory's web component, for the pages of intranets, whose origins are others. */
  @Get('staff-directory.js')
  @Public()
  component(@Res() response: Response): void {
    const file = join(this.#folder, 'staff-directory.js');
    if (!existsSync(file)) throw new NotFoundException();
    response
      .set({
        'content-type': types['js'] ?? '',
        'cache-control': forMinutes,
        'cross-origin-resource-policy': 'cross-origin',
        'access-control-allow-origin': '*',
      })
      .send(readFileSync(file));
  }

  /** What the pages load. */
  @Get('pages/assets/:file')
  @Public()
  asset(@Param('file') name: string, @Res() response: Response): void {
    const folder = join(this.#folder, 'assets');
    const type = types[name.slice(name.lastIndexOf('.') + 1)];
    // Named as it stands in the folder: a name leads nowhere else.
    if (type === undefined || !existsSync(folder) || !readdirSync(folder).includes(name))
      throw new NotFoundException();
    response
      .set({ 'content-type': type, 'cache-control': forAYear })
      .send(readFileSync(join(folder, name)));
  }

  #page(name: string, response: Response): void {
    const file = join(this.#folder, `${name}.html`);
    if (!existsSync(file)) throw new NotFoundException();
    response
      .set({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': pagePolicy,
      })
      .send(readFileSync(file));
  }
}
