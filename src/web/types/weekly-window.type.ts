import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('WeeklyWindow', { description: 'A time of the week, in Swedish time.' })
export class WeeklyWindowType {
  @Field(() => Int, { description: 'Day as in ISO 8601: 1 is Monday, 7 is Sunday.' })
  weekday!: number;

  @Field(() => String, { description: 'Begins, as "08:00".' })
  from!: string;

  @Field(() => String, { description: 'Ends, not included, as "16:30"; "24:00" ends the day.' })
  to!: string;
}
