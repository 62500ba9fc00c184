import { Field, InputType } from '@nestjs/graphql';

const dropped = 'Accepted and dropped at the door (P22), so that events can be sent as they are:';

/** What a connector's events say of calls. Nothing of it goes further than this class. */
@InputType({ isAbstract: true })
export class DroppedOfCalls {
  @Field(() => String, { nullable: true, description: `${dropped} who is at the other end.` })
  remoteNumber?: string | null;

  @Field(() => String, { nullable: true, description: `${dropped} whether the call is incoming.` })
  direction?: string | null;

  @Field(() => String, { nullable: true, description: `${dropped} since when.` })
  since?: string | null;
}
