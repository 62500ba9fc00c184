import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import type { Compiled, OperationText } from './compile.js';

/** What is asked twice may be chance; what is asked a third time comes from a program. */
const compiledAtUse = 3;
/** Operations that are counted, and the letters of all of them. */
const maxCounted = 2_000;
const maxCountedLetters = 2 * 1024 * 1024;
/** Compiled operations, and the fields of all of them, which take some 25 MB. Clients have dozens each. */
export const maxKept = 300;
const maxKeptFields = 10_000;

/**
 * The compiled operations of a schema: those that are asked for again and again, the latest used. They are
 * kept apart from what is only counted, so that whoever sends ever new documents drives none of them out.
 */
export class Compilations {
  readonly #uses = new InMemoryLRUCache<{ count: number }>({
    max: maxCounted,
    maxSize: maxCountedLetters,
    sizeCalculation: (_, key) => key.length,
  });
  /** Also those that are not for compiling, so that it is tried once. */
  readonly #kept = new InMemoryLRUCache<{ readonly compiled: Compiled | null }>({
    max: maxKept,
    maxSize: maxKeptFields,
    sizeCalculation: ({ compiled }) => 1 + (compiled?.fields ?? 0),
  });

  constructor(private readonly compile: (asked: OperationText) => Compiled | null) {}

  /** The compiled operation from its third use on; null before, and for one that is not for compiling. */
  async use(asked: OperationText): Promise<Compiled | null> {
    const key = `${asked.operationName ?? ''}\n${asked.text}`;
    const kept = await this.#kept.get(key);
    if (kept) return kept.compiled;
    const uses = (await this.#uses.get(key)) ?? { count: 0 };
    uses.count += 1;
    if (uses.count < compiledAtUse) {
      await this.#uses.set(key, uses);
      return null;
    }
    await this.#uses.delete(key);
    const compiled = this.compile(asked);
    await this.#kept.set(key, { compiled });
    return compiled;
  }
}
