import { execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { globalId } from '../../kernel/ids.js';
import type { ResyncCause } from '../../kernel/live-words.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { LiveEvent } from '../../view/live.js';
import type { PeopleView } from '../../view/people.view.js';
import type { EntryView } from '../../view/person-view.js';
import { asksForManagers } from '../managers-asked.js';
import type { AskedOperation } from '../door/cost.js';

/** An event with the entry that it is about, as one viewer may see it. */
export type ShownEvent =
  | { readonly kind: 'CHANGED'; readonly cursor: string; readonly entry: EntryView }
  | { readonly kind: 'GONE'; readonly cursor: string; readonly id: string }
  | { readonly kind: 'BOOKMARK'; readonly cursor: string; readonly at: Date }
  | { readonly kind: 'RESYNC'; readonly cursor: string; readonly cause: ResyncCause };

/** Makes events into answers of one subscription, for its viewer. */
export class Rendering {
  readonly #args: Omit<ExecutionArgs, 'rootValue'>;
  readonly #managers: boolean;

  constructor(
    private readonly people: PeopleView,
    private readonly viewer: Viewer,
    { schema, document, operation, variables }: AskedOperation,
  ) {
    const operationName = operation.name?.value ?? null;
    this.#args = {
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: { viewer },
    };
    this.#managers = asksForManagers(document);
  }

  /** The answer, or null when the viewer may not see the entry by now. Throws the first error that it has. */
  async render(event: LiveEvent): Promise<ExecutionResult | null> {
    const shown = await this.#shown(event);
    if (shown === null) return null;
    const rootValue = { directoryChanged: shown };
    const result = await execute({ ...this.#args, rootValue });
    const [error] = result.errors ?? [];
    if (error !== undefined) throw error;
    return result;
  }

  async #shown(event: LiveEvent): Promise<ShownEvent | null> {
    if (event.kind === 'GONE') return { ...event, id: globalId('PERSON', event.id) };
    if (event.kind !== 'CHANGED') return event;
    const entry = await this.people.byId(this.viewer, event.id, this.#managers);
    return entry && { kind: event.kind, cursor: event.cursor, entry };
  }
}

/**
 * The answers to the events of a source, until it ends, fails or is returned. Written out, since a
 * generator that waits for its source could not be ended before the source's next event.
 */
export function answersTo(
  events: AsyncIterator<LiveEvent>,
  rendering: Pick<Rendering, 'render'>,
  onEnd: () => void,
): AsyncGenerator<ExecutionResult, undefined> {
  let ended = false;
  const done = { done: true, value: undefined } as const;
  const end = async () => {
    if (ended) return done;
    ended = true;
    onEnd();
    await events.return?.();
    return done;
  };
  const next = async (): Promise<IteratorResult<ExecutionResult, undefined>> => {
    try {
      for (;;) {
        const step = ended ? done : await events.next();
        if (step.done === true) return await end();
        const value = await rendering.render(step.value);
        if (value !== null && !ended) return { done: false, value };
      }
    } catch (error) {
      await end();
      throw error;
    }
  };
  const fail = async (error: unknown): Promise<never> => {
    await end();
    throw error;
  };
  const answers: AsyncGenerator<ExecutionResult, undefined> = {
    next,
    return: end,
    throw: fail,
    [Symbol.asyncIterator]: () => answers,
    [Symbol.asyncDispose]: async () => {
      await end();
    },
  };
  return answers;
}
