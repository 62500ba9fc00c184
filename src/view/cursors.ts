import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '../kernel/app-error.js';
import type { Edge, PagePosition } from '../kernel/page.js';
import { serverSecret } from '../config/settings.js';
import { CursorSeal } from './cursor-seal.js';

/** Page cursors: encrypted, and good only for the same viewer and the same query. They give no rights. */
@Injectable()
export class Cursors {
  readonly #seal: CursorSeal;

  constructor(@Inject(serverSecret) secret: string) {
    this.#seal = new CursorSeal(secret, 'page cursors');
  }

  /** Makes the edges of a page; `context` is whatever a cursor must not outlive, such as viewer and query. A cursor is written when somebody asks for it. */
  edges(context: unknown): <T>(position: PagePosition, node: T) => Edge<T> {
    const seal = this.#seal;
    let write: Write | null = null;
    const writer = () => (write ??= seal.writer(JSON.stringify(context)));
    return (position, node) => new SealedEdge(node, position, writer);
  }

  /** Writes the cursor of a position. */
  write(position: PagePosition, context: unknown): string {
    return this.edges(context)(position, null).cursor;
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

type Write = (bytes: Buffer) => string;

/** A class, since each object that is written with a getter of its own gets a shape of its own, which the engine keeps long. */
class SealedEdge<T> implements Edge<T> {
  readonly #position: PagePosition;
  readonly #writer: () => Write;
  #written: string | null = null;

  constructor(
    readonly node: T,
    position: PagePosition,
    writer: () => Write,
  ) {
    this.#position = position;
    this.#writer = writer;
  }

  get cursor(): string {
    // Once: the first edge's and that of the page's start are the same.
    return (this.#written ??= this.#write());
  }

  #write(): string {
    const { sortKey, id } = this.#position;
    return this.#writer()(Buffer.from(JSON.stringify([sortKey, id]), 'utf8'));
  }
}
