import { Injectable } from '@nestjs/common';
import { RequestDigest } from '../identity/request-digest.js';
import type { Receipt, Retriable } from '../kernel/receipt.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { isReceiptTaken, ReceiptsStore } from '../store/receipts.store.js';

/** A change as its client asks for it, perhaps with a key by which it may be asked for again. */
export type Asked = {
  readonly operation: string;
  readonly idempotencyKey: string | null | undefined;
  readonly request: object;
};

const maxKey = 64;

/** Carries out a change once, however often its client sends it: a retry gets the ids that the first one came to, and what they name is read anew. */
@Injectable()
export class Receipts {
  constructor(
    private readonly receipts: ReceiptsStore,
    private readonly digests: RequestDigest,
  ) {}

  /** Carries it out, unless this viewer has done so with the same key. A refusal leaves no receipt, so the key can be used again. */
  async once<T extends Readonly<Record<string, string>>>(
    viewer: Viewer,
    { operation, idempotencyKey: key, request }: Asked,
    carryOut: (retriable: Retriable | null) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    if (key === null || key === undefined) return carryOut(null);
    if (key === '' || Array.from(key).length > maxKey)
      return refused('INVALID', `Nyckeln har 1 till ${maxKey} tecken.`, 'idempotencyKey');
    const digest = this.digests.of(operation, request);
    const before = await this.receipts.of(viewer.actor, key);
    if (before !== null) return answerFrom(before, digest);
    const outcome = await this.attempt(() => carryOut({ key, digest }));
    if (outcome?.ok) return outcome;
    // Of two at once the second one is refused, or fails, for what the first one did.
    const meanwhile = await this.receipts.of(viewer.actor, key);
    if (meanwhile !== null) return answerFrom(meanwhile, digest);
    if (outcome === null) throw new Error('A receipt was taken, and is not there.');
    return outcome;
  }

  /** The outcome; null when another request with the same key was first, and nothing was done. */
  private async attempt<T>(carryOut: () => Promise<Outcome<T>>): Promise<Outcome<T> | null> {
    try {
      return await carryOut();
    } catch (error) {
      if (isReceiptTaken(error)) return null;
      throw error;
    }
  }
}

function answerFrom<T extends Readonly<Record<string, string>>>(
  receipt: Receipt,
  digest: string,
): Outcome<T> {
  if (receipt.digest === digest) return done(receipt.result as T);
  const message = 'Nyckeln är redan använd för en annan begäran.';
  return refused('CONFLICT', message, 'idempotencyKey');
}
