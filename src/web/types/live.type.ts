import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import type { ResyncCause } from '../../kernel/live-words.js';
import { ResyncCauseEnum } from '../live-enums.js';
import type { ShownEvent } from '../live/render.js';
import { DateTimeScalar, EventCursorScalar } from '../scalars.js';
import { DirectoryEntryType } from './directory-entry.type.js';

const position = 'Position after this event: what to watch from after a break.';

@ObjectType('EntryChanged', { description: 'An entry is new or another than it was.' })
export class EntryChangedType {
  @Field(() => EventCursorScalar, { description: position })
  cursor!: string;

  @Field(() => DirectoryEntryType, {
    description:
      'The entry as the viewer may see it now. Of its unit and its municipality, only what an entry’s change tells of.',
  })
  entry!: DirectoryEntryType;
}

@ObjectType('EntryGone', {
  description: 'An entry left, moved out of reach or became protected: it is not told which.',
})
export class EntryGoneType {
  @Field(() => EventCursorScalar, { description: position })
  cursor!: string;

  @Field(() => ID, { description: 'Global id of the entry that is to be forgotten.' })
  id!: string;
}

@ObjectType('Bookmark', {
  description:
    'Sent at once and every 5 seconds, whatever else is sent: proves that the stream lives.',
})
export class BookmarkType {
  @Field(() => EventCursorScalar, { description: position })
  cursor!: string;

  @Field(() => DateTimeScalar, { description: 'The time here.' })
  at!: Date;
}

@ObjectType('ResyncRequired', {
  description:
    'Events were lost to this stream: list again, and watch from the position of the list.',
})
export class ResyncRequiredType {
  @Field(() => EventCursorScalar, { description: position })
  cursor!: string;

  @Field(() => ResyncCauseEnum, { description: 'Why.' })
  cause!: ResyncCause;
}

const typeOf = {
  CHANGED: EntryChangedType,
  GONE: EntryGoneType,
  BOOKMARK: BookmarkType,
  RESYNC: ResyncRequiredType,
} as const satisfies Record<ShownEvent['kind'], unknown>;

export const DirectoryEventType = createUnionType({
  name: 'DirectoryEvent',
  description: 'One step of the stream.',
  types: () => [EntryChangedType, EntryGoneType, BookmarkType, ResyncRequiredType] as const,
  resolveType: ({ kind }: ShownEvent) => typeOf[kind],
});
