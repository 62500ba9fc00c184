import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('PageInfo', { description: 'Page facts (Relay connections), forwards only.' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'More after.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'More before.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'First cursor.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Last cursor.' })
  endCursor!: string | null;
}
