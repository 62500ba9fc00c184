import { Field, ObjectType } from '@nestjs/graphql';
import { MunicipalityType } from './municipality.type.js';
import { NodeType } from './node.type.js';
import { SearchHitType } from './search-hit.type.js';
import { WeeklyWindowType } from './weekly-window.type.js';

@ObjectType('Unit', {
  implements: () => [NodeType, SearchHitType],
  description: 'Organisational unit or workplace.',
})
export class UnitType extends NodeType {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'The same, as hits of a search have it.' })
  displayName!: string;

  @Field(() => MunicipalityType, { description: 'The municipality that it belongs to.' })
  municipality!: MunicipalityType;

  @Field(() => UnitType, { nullable: true, description: 'The unit above.' })
  parent!: UnitType | null;

  @Field(() => [WeeklyWindowType], {
    description: 'When somebody answers, in the order of the week; empty where nobody has said.',
  })
  openingHours!: readonly WeeklyWindowType[];
}
