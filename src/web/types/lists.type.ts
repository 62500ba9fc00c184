import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Role } from '../../kernel/words.js';
import { RoleEnum } from '../enums.js';
import { E164Scalar, EventCursorScalar } from '../scalars.js';
import { DirectoryEntryType } from './directory-entry.type.js';
import { MunicipalityType } from './municipality.type.js';
import { PageInfoType } from './page-info.type.js';
import { PersonType } from './person.type.js';

@ObjectType('DirectoryEntryEdge', { description: 'Edge of a list.' })
export class DirectoryEntryEdgeType {
  @Field(() => String, { description: 'Opaque cursor, good for this viewer and this list.' })
  cursor!: string;

  @Field(() => DirectoryEntryType, { description: 'Entry.' })
  node!: DirectoryEntryType;
}

@ObjectType('DirectoryEntryConnection', {
  description: 'Page of a list; no total count on purpose.',
})
export class DirectoryEntryConnectionType {
  @Field(() => [DirectoryEntryEdgeType], { description: 'Edges, in Swedish alphabetical order.' })
  edges!: DirectoryEntryEdgeType[];

  @Field(() => PageInfoType, { description: 'Page.' })
  pageInfo!: PageInfoType;

  @Field(() => EventCursorScalar, {
    description:
      'Position of the changes before this page was read: list all pages, then watch with the same municipalities from that of the first.',
  })
  eventCursor!: string;
}

@ObjectType('NumberLookup', { description: 'Answer to a number lookup.' })
export class NumberLookupType {
  @Field(() => E164Scalar, { description: 'Number asked.' })
  number!: string;

  @Field(() => DirectoryEntryType, {
    nullable: true,
    description: 'Entry, if the viewer may know it by this number.',
  })
  entry!: DirectoryEntryType | null;

  @Field(() => String, {
    description:
      "Label for the telephone's display: the visible entry, else one made from the number series alone, never from an entry's existence.",
  })
  label!: string;
}

@ObjectType('Viewer', { description: 'The signed-in identity.' })
export class ViewerType {
  @Field(() => PersonType, { nullable: true, description: 'Own entry, if any.' })
  person!: PersonType | null;

  @Field(() => [RoleEnum], { description: 'Roles.' })
  roles!: Role[];

  @Field(() => [MunicipalityType], { description: 'Municipalities that the identity serves.' })
  municipalities!: MunicipalityType[];

  @Field(() => Int, {
    description:
      'Points of cost that the identity may still ask this process for now, this operation paid; filled up within a minute.',
  })
  costRemaining!: number;
}
