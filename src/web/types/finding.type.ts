import { Field, ObjectType } from '@nestjs/graphql';
import type { FindingActor, FindingRule } from '../../kernel/finding-words.js';
import { DateTimeScalar } from '../scalars.js';
import { FindingActorEnum, FindingRuleEnum } from '../finding-enums.js';
import { DirectoryEntryType } from './directory-entry.type.js';
import { PageInfoType } from './page-info.type.js';
import { UnitType } from './unit.type.js';

@ObjectType('Finding', {
  description: 'Something that the telephone policy asks for and that is not so now (P11).',
})
export class FindingType {
  @Field(() => FindingRuleEnum, { description: 'What it is.' })
  rule!: FindingRule;

  @Field(() => DirectoryEntryType, {
    nullable: true,
    description: 'Whom it is about; null for one about a unit.',
  })
  person!: DirectoryEntryType | null;

  @Field(() => UnitType, {
    nullable: true,
    description: 'The unit that it is about; null for one about a person or a shared telephone.',
  })
  unit!: UnitType | null;

  @Field(() => DateTimeScalar, {
    description: 'Since when it has held, to five minutes; now where nobody had seen it before.',
  })
  since!: Date;

  @Field(() => FindingActorEnum, { description: 'Who acts first.' })
  actsFirst!: FindingActor;

  @Field(() => String, { description: 'What is to be mended, in Swedish; names nobody.' })
  message!: string;
}

@ObjectType('FindingEdge', { description: 'Findings edge.' })
export class FindingEdgeType {
  @Field(() => String, { description: 'Opaque cursor, good for this viewer and this list.' })
  cursor!: string;

  @Field(() => FindingType, { description: 'Finding.' })
  node!: FindingType;
}

@ObjectType('FindingConnection', { description: 'Findings page; no total count on purpose.' })
export class FindingConnectionType {
  @Field(() => [FindingEdgeType], { description: 'Edges: units by name, then people by name.' })
  edges!: FindingEdgeType[];

  @Field(() => PageInfoType, { description: 'Page.' })
  pageInfo!: PageInfoType;
}
