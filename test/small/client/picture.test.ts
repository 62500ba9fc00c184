import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { StreamEvent } from '../../../src/client/answers.js';
import { newListing, withPage, type Listing } from '../../../src/client/listing.js';
import { applyEvent, isChange, replacePicture } from '../../../src/client/picture.js';

type Named = { readonly id: string; readonly name: number };

/** A directory with the position of each entry's last change, and what of it a client has. */
class World {
  readonly entries = new Map<string, Named>();
  readonly #moved = new Map<string, number>();
  #position = 0;

  change(id: string, name: number | null): void {
    this.#moved.set(id, (this.#position += 1));
    if (name === null) this.entries.delete(id);
    else this.entries.set(id, { id, name });
  }

  page(after: string | null) {
    const ids = [...this.entries.keys()].filter((id) => after === null || id > after).toSorted();
    const shown = ids.slice(0, 2);
    return {
      eventCursor: String(this.#position),
      pageInfo: { hasNextPage: ids.length > 2, endCursor: shown.at(-1) ?? null },
      edges: shown.flatMap((id) => this.entries.get(id) ?? []).map((node) => ({ node })),
    };
  }

  /** The event that comes next after a position: of an entry that changed twice only the last. */
  next(cursor: string): (StreamEvent<Named> & { cursor: string }) | null {
    const later = [...this.#moved].filter(([, at]) => at > Number(cursor));
    const [first] = later.toSorted(([, one], [, other]) => one - other);
    if (first === undefined) return null;
    const [id, at] = first;
    const entry = this.entries.get(id);
    const position = { cursor: String(at) };
    return entry
      ? { kind: 'EntryChanged', entry, ...position }
      : { kind: 'EntryGone', id, ...position };
  }
}

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('change'), id: ids, name: fc.option(fc.nat(3)) }),
    fc.record({ do: fc.constantFrom('page', 'event', 'event', 'again', 'resync') }),
  ),
  { maxLength: 60 },
);

test('any order of pages, changes, events, breaks and resyncs ends with the directory as it is', () => {
  fc.assert(
    fc.property(steps, (script) => {
      const world = new World();
      const picture = new Map<string, Named>();
      const told = new Map<string, Named>();
      let listing: Listing<Named> | null = newListing();
      let [cursor, earlier] = ['0', '0'];
      const tell = ({ changed, gone }: ReturnType<typeof applyEvent<Named>>) => {
        for (const id of gone) expect(told.delete(id)).toBe(true);
        for (const entry of changed) told.set(entry.id, entry);
      };
      const readPage = () => {
        if (listing === null) return;
        listing = withPage(listing, world.page(listing.after));
        if (!listing.done) return;
        tell(replacePicture(picture, listing.entries));
        earlier = cursor = listing.eventCursor ?? '';
        listing = null;
      };
      const readEvent = () => {
        const event = listing === null ? world.next(cursor) : null;
        if (event?.kind !== 'EntryChanged' && event?.kind !== 'EntryGone') return false;
        tell(applyEvent(picture, event));
        [earlier, cursor] = [cursor, event.cursor];
        return true;
      };
      for (const step of script) {
        if ('id' in step) world.change(step.id, step.name);
        else if (step.do === 'page') readPage();
        else if (step.do === 'event') readEvent();
        else if (step.do === 'resync') listing = newListing();
        // A break after an event was applied, and before that was known.
        else if (listing === null) cursor = earlier;
      }
      const isListing = () => listing !== null;
      while (isListing()) readPage();
      while (readEvent());
      expect(picture).toEqual(world.entries);
      expect(told).toEqual(world.entries);
    }),
    { numRuns: 2_000 },
  );
});

test('the same event again makes nothing different', () => {
  const picture = new Map<string, Named>();
  const entry = { id: 'a', name: 1 };
  const changed = { kind: 'EntryChanged', cursor: '1', entry } as const;
  const gone = { kind: 'EntryGone', cursor: '2', id: 'a' } as const;
  expect(applyEvent(picture, changed)).toEqual({ changed: [entry], gone: [] });
  expect(isChange(applyEvent(picture, { ...changed, entry: { ...entry } }))).toBe(false);
  expect(applyEvent(picture, gone)).toEqual({ changed: [], gone: ['a'] });
  expect(isChange(applyEvent(picture, gone))).toBe(false);
});

test('a server that gives the same page again and again is not asked for ever', () => {
  const page = {
    eventCursor: '1',
    pageInfo: { hasNextPage: true, endCursor: 'x' },
    edges: [],
  };
  const first = withPage(newListing<Named>(), page);
  expect(first.done).toBe(false);
  expect(withPage(first, page).done).toBe(true);
});
