import { execute, Kind, print, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { globalId } from '../../kernel/ids.js';
import type { ResyncCause } from '../../kernel/live-words.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { Delivery, Eyes, LiveEvent } from '../../view/live.js';
import type { WatchedEntries } from '../../view/live/watched-entries.js';
import type { CardsRead } from '../../view/people.view.js';
import type { EntryView } from '../../view/person-view.js';
import { cardsReadFor } from '../cards-read.js';
import type { AskedOperation } from '../door/cost.js';
import type { Looks } from './baselines.js';
import type { Channel } from './channel.js';
import type { Channels } from './channels.js';
import { LastSent } from './last-sent.js';

/** An event with the entry that it is about, as one viewer may see it. */
export type ShownEvent =
  | { readonly kind: 'CHANGED'; readonly cursor: string; readonly entry: EntryView }
  | { readonly kind: 'GONE'; readonly cursor: string; readonly id: string }
  | { readonly kind: 'BOOKMARK'; readonly cursor: string; readonly at: Date }
  | { readonly kind: 'RESYNC'; readonly cursor: string; readonly cause: ResyncCause };

/** Makes events into answers of one subscription, each for whoever it is to be read as. */
export class Rendering {
  readonly #args: Omit<ExecutionArgs, 'rootValue' | 'contextValue'>;
  readonly #others: CardsRead;
  readonly #asked: string;
  readonly #sent = new LastSent();
  /** What is read for this stream alone. */
  readonly #own: Channel;
  /** The channel that the stream reads now: who sees with which eyes may change while it is open. */
  #channel: { readonly name: string; readonly channel: Channel } | null = null;

  constructor(
    private readonly entries: WatchedEntries,
    private readonly channels: Channels,
    private readonly viewer: () => Viewer,
    { schema, document, operation, variables }: AskedOperation,
  ) {
    const operationName = operation.name?.value ?? null;
    this.#args = { schema, document, operationName, variableValues: variables };
    this.#others = cardsReadFor([document]);
    this.#own = channels.apart();
    this.#asked = JSON.stringify([
      print(document),
      operationName,
      withoutCursors(operation, variables),
    ]);
  }

  /** To be called before the stream is opened: what the client has listed by then, it has as the viewer sees it. */
  async begin(): Promise<void> {
    await this.#lists();
    const viewer = this.viewer();
    if (this.entries.hasNear(viewer)) this.channels.look(this.#own, () => this.#nearLooks(viewer));
  }

  /** The answer, or null when there is nothing to be seen of it by now. Throws the first error that it has. */
  async render(delivery: Delivery): Promise<ExecutionResult | null> {
    const { event } = delivery;
    if (event.kind === 'RESYNC') await this.#lists();
    const { channel: key } = event.eyes;
    const channel = key === null ? this.#own : this.#of(key, event.eyes);
    const since = this.#sent.sinceOf(delivery);
    const shown = await channel.answer({ ...delivery, since }, (one) => this.#make(one));
    return shown !== null && this.#sent.isNew(event, shown) ? shown.answer : null;
  }

  /** Gives up its places in the channels. */
  end(): void {
    this.#own.leave();
    this.#leave();
  }

  #leave(): void {
    if (this.#channel) this.channels.leave(this.#channel.name);
    this.#channel = null;
  }

  #of(key: string, eyes: Eyes): Channel {
    const name = `${key} ${this.#asked}`;
    if (this.#channel?.name !== name) {
      this.#leave();
      const looks = eyes.recorded ? null : () => this.#looks(eyes);
      this.#channel = { name, channel: this.channels.enter(name, looks) };
    }
    return this.#channel.channel;
  }

  /** How everything looks that these eyes see. */
  async *#looks({ viewer, filter }: Eyes): AsyncGenerator<Looks> {
    for await (const entries of this.entries.all(viewer, filter, this.#others))
      yield await this.#looksOf(entries, viewer);
  }

  async #lists(): Promise<void> {
    this.#sent.lists(await this.entries.nearIds(this.viewer()));
  }

  async *#nearLooks(viewer: Viewer): AsyncGenerator<Looks> {
    yield await this.#looksOf(await this.entries.near(viewer, this.#others), viewer);
  }

  #looksOf(entries: readonly EntryView[], viewer: Viewer): Promise<Looks> {
    return Promise.all(
      entries.map(async (entry) => ({
        id: entry.id,
        answer: await this.#answer({ kind: 'CHANGED', cursor: '', entry }, viewer),
      })),
    );
  }

  async #make(event: LiveEvent): Promise<ExecutionResult | null> {
    const { viewer } = event.eyes;
    const shown = await this.#shown(event, viewer);
    return shown && this.#answer(shown, viewer);
  }

  async #answer(directoryChanged: ShownEvent, viewer: Viewer): Promise<ExecutionResult> {
    const contextValue = { viewer };
    const result = await execute({ ...this.#args, rootValue: { directoryChanged }, contextValue });
    const [error] = result.errors ?? [];
    if (error !== undefined) throw error;
    return result;
  }

  async #shown(event: LiveEvent, viewer: Viewer): Promise<ShownEvent | null> {
    if (event.kind === 'GONE') return { ...event, id: globalId('PERSON', event.id) };
    if (event.kind !== 'CHANGED') return event;
    const entry = await this.entries.one(viewer, event.id, this.#others);
    return entry && { kind: event.kind, cursor: event.cursor, entry };
  }
}

/** The variables but for positions, which are each client's own. */
function withoutCursors(
  { variableDefinitions = [] }: AskedOperation['operation'],
  variables: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  const kept = variableDefinitions.filter(
    ({ type }) => !(type.kind === Kind.NAMED_TYPE && type.name.value === 'EventCursor'),
  );
  return kept.map(({ variable }) => variables[variable.name.value] ?? null);
}

/**
 * The answers to the events of a source, until it ends, fails or is returned. Written out, since a
 * generator that waits for its source could not be ended before the source's next event.
 */
export function answersTo(
  events: AsyncIterator<Delivery>,
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
