import { Field, ID, InterfaceType, ObjectType } from '@nestjs/graphql';
import type { MatchKind, SearchField } from '../../kernel/search-fields.js';
import type { EntryView, UnitView } from '../../view/person-view.js';
import { MatchKindEnum, SearchFieldEnum } from '../search-enums.js';
import { EventCursorScalar } from '../scalars.js';
import { PageInfoType } from './page-info.type.js';
import { MunicipalityType } from './municipality.type.js';
import { NodeType } from './node.type.js';
import { SubjectType } from './subject.type.js';

@InterfaceType('SearchHit', {
  implements: () => [NodeType],
  description: 'What a search can lead to: an entry or a unit.',
  resolveType: (view: EntryView | UnitView) => ('type' in view ? view.type : 'Unit'),
})
export abstract class SearchHitType {
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

@ObjectType('SearchMatch', { description: 'Why something was found.' })
export class SearchMatchType {
  @Field(() => SearchFieldEnum, { description: 'By what.' })
  field!: SearchField;

  @Field(() => MatchKindEnum, { description: 'How well.' })
  kind!: MatchKind;
}

@ObjectType('SearchHitEdge', { description: 'Hit of a search.' })
export class SearchHitEdgeType {
  @Field(() => String, { description: 'Opaque cursor, good for this viewer and this search.' })
  cursor!: string;

  @Field(() => SearchHitType, { description: 'Hit.' })
  node!: SearchHitType;

  @Field(() => [SearchMatchType], {
    description: 'By what it was found, of each word of the query; each once.',
  })
  matchedOn!: readonly SearchMatchType[];
}

@ObjectType('SearchHitConnection', { description: 'Search page; no total count on purpose.' })
export class SearchHitConnectionType {
  @Field(() => [SearchHitEdgeType], {
    description:
      'Hits, the best first: as typed before begun, sounding alike and misspelt; family name before given name, subject, title and unit; the municipality in "near" before others; then in Swedish alphabetical order. Whether somebody can be reached never orders.',
  })
  edges!: SearchHitEdgeType[];

  @Field(() => PageInfoType, { description: 'Page.' })
  pageInfo!: PageInfoType;

  @Field(() => EventCursorScalar, {
    description:
      'Position of the changes before this page was read: watch with the same municipalities from that of the first.',
  })
  eventCursor!: string;
}
