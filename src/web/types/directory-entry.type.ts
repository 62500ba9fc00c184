import { Field, ID, InterfaceType } from '@nestjs/graphql';
import type { EntryView } from '../../view/person-view.js';
import { MunicipalityType } from './municipality.type.js';
import { SubjectType } from './subject.type.js';
import { NodeType } from './node.type.js';

@InterfaceType('DirectoryEntry', {
  implements: () => [NodeType],
  description: 'Anything that a call can be put to.',
  resolveType: ({ type }: EntryView) => type,
})
export abstract class DirectoryEntryType {
  @Field(() => ID, { description: 'Global id: opaque, unguessable, and of one type.' })
  id!: string;

  @Field(() => String, { description: 'Name.' })
  displayName!: string;

  @Field(() => MunicipalityType, { description: 'Owning municipality.' })
  municipality!: MunicipalityType;

  @Field(() => [SubjectType], {
    description:
      'By which words callers ask for what it handles (P14), in the order of those who keep them.',
  })
  subjects!: readonly SubjectType[];
}
