import type { PersonId } from '../../kernel/ids.js';
import type { Changes } from '../../presence/follow-changes.js';
import type { Moved } from '../../store/positions.store.js';
import type { Delivery, LiveEvent } from '../live.js';
import { dependentsFor, type DependentsFound } from './dependents.js';
import { eventOf, eyesOn } from './event-of.js';
import type { LastTold } from './last-told.js';
import { stepOf } from './step.js';
import type { Stream } from './stream.js';

/** What a stream is told, of which entry. */
export type Told = { readonly id: string } & Delivery;

/** Where streams stand, as their clients have it. */
export type CursorFor = (position: number, context: string) => string;

/**
 * Some changes, as streams are told of them: found once for all who are told the same, who share the very events.
 * Made when they begin to be told, and noted by that.
 */
export class Telling {
  readonly #found = new Map<string, readonly Told[]>();
  readonly #events = new Map<string, LiveEvent>();
  readonly #before = new Map<PersonId, number>();

  constructor(
    private readonly changes: Changes,
    private readonly dependents: DependentsFound,
    { own, others }: { readonly own: LastTold; readonly others: LastTold },
    private readonly cursor: CursorFor,
  ) {
    const { common, special } = dependents;
    for (const one of changes.moved) this.#before.set(one.id, own.of(one));
    for (const one of [common, ...special.values()].flat())
      this.#before.set(one.id, Math.max(own.of(one), others.of(one)));
    own.note(changes.moved, changes.resets);
    others.note(common, []);
  }

  /** What has moved. */
  moved(stream: Stream): readonly Told[] {
    return this.#told('moved', this.changes.moved, stream);
  }

  /** Those of whom something else is shown by that: so many of them, from one on. */
  dependent(stream: Stream, from: number, count: number): readonly Told[] {
    return this.#told(`${from}`, this.#dependentsOf(stream).slice(from, from + count), stream);
  }

  #dependentsOf(stream: Stream): readonly Moved[] {
    return stream.request.others === null ? [] : dependentsFor(this.dependents, stream);
  }

  #told(part: string, moved: readonly Moved[], stream: Stream): readonly Told[] {
    // Who is more to some entries, or began amid these changes, is told otherwise than the others.
    if (stream.alone || stream.from > this.changes.after) return this.#find(moved, stream);
    const name = `${part} ${nameOf(stream)}`;
    const found = this.#found.get(name) ?? this.#find(moved, stream);
    this.#found.set(name, found);
    return found;
  }

  #find(moved: readonly Moved[], stream: Stream): readonly Told[] {
    const { after } = this.changes;
    const told = Math.max(after, stream.from);
    return moved.flatMap((one) => {
      const step = one.position > told ? stepOf(one, told, stream.watched) : null;
      if (step === null) return [];
      const event = this.#eventOf(one, step, stream);
      // What the client listed may be of before or after any of these changes.
      const since = stream.from > after ? 0 : one.position;
      return [{ id: one.id, event, since, before: this.#before.get(one.id) ?? 0 }];
    });
  }

  #eventOf(moved: Moved, step: 'CHANGED' | 'GONE', stream: Stream): LiveEvent {
    const eyes = eyesOn(moved, stream);
    const name = `${step} ${moved.id} ${moved.position} ${nameOf(stream)}`;
    const known = eyes.channel === null ? undefined : this.#events.get(name);
    if (known) return known;
    // Who goes on from here after being cut off is told again of what hangs together with these changes.
    const all = this.#dependentsOf(stream).length === 0;
    const cursor = this.cursor(all ? moved.position : this.changes.after, stream.context);
    const before = this.#before.get(moved.id) ?? 0;
    const event = eventOf(eyes, { moved, step, before, cursor });
    if (eyes.channel !== null) this.#events.set(name, event);
    return event;
  }
}

/** Streams of one name are told the same. */
function nameOf({ request: { others }, context }: Stream): string {
  return `${others === null ? 'alone' : 'with others'} ${context}`;
}
