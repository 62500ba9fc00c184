import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '../kernel/app-error.js';
import type { PagePosition } from '../kernel/page.js';
import { serverSecret } from '../config/settings.js';
import { CursorSeal } from './cursor-seal.js';

/** Page cursors: encrypted, and good only for the same viewer and the same query. They give no rights. */
@Injectable()
export class Cursors {
  readonly #seal: CursorSeal;

  constructor(@Inject(serverSecret) secret: string) {
    this.#seal = new CursorSeal(secret, 'page cursors');
  }

  /** Writes a position; `context` is whatever the cursor must not outlive, such as viewer and query. */
  write(position: PagePosition, context: unknown): string {
    const text = JSON.stringify([position.sortKey, position.id]);
    return this.#seal.write(Buffer.from(text, 'utf8'), JSON.stringify(context));
  }

  /** Reads a position back. Throws BAD_USER_INPUT for anything that `write` did not make for this context. */
  read(cursor: string, context: unknown): PagePosition {
    const bytes = this.#seal.read(cursor, JSON.stringify(context));
    if (bytes === null)
      throw new AppError('BAD_USER_INPUT', 'The cursor in "after" is not one of this list.');
    const [sortKey, id] = JSON.parse(bytes.toString('utf8')) as [string, string];
    return { sortKey, id };
  }
}
