import { Inject, Injectable } from '@nestjs/common';
import { serverSecret } from '../../config/settings.js';
import { CursorSeal } from '../cursor-seal.js';

/** Where a stream stands, and when it stood there. */
export type EventPosition = { readonly position: number; readonly at: Date };

/** The positions of streams as clients have them: encrypted, all of one length, and good only for the same class of viewers and the same filter. */
@Injectable()
export class EventCursors {
  readonly #seal: CursorSeal;

  constructor(@Inject(serverSecret) secret: string) {
    this.#seal = new CursorSeal(secret, 'event cursors');
  }

  /** Writes a position for those of one context. */
  write({ position, at }: EventPosition, context: string): string {
    const bytes = Buffer.alloc(16);
    bytes.writeBigUInt64BE(BigInt(position), 0);
    bytes.writeBigUInt64BE(BigInt(at.getTime()), 8);
    return this.#seal.write(bytes, context);
  }

  /** Reads a position back, or null for anything that `write` did not make for this context. */
  read(cursor: string, context: string): EventPosition | null {
    const bytes = this.#seal.read(cursor, context);
    if (bytes?.length !== 16) return null;
    return {
      position: Number(bytes.readBigUInt64BE(0)),
      at: new Date(Number(bytes.readBigUInt64BE(8))),
    };
  }
}
