import { Field, InputType } from '@nestjs/graphql';

@InputType('StartSyncInput', { description: 'Which directories to read now.' })
export class StartSyncInput {
  @Field(() => String, { description: "SCB's code of the municipality." })
  municipalityCode!: string;

  @Field(() => String, {
    nullable: true,
    description: "A directory's name in the configuration; null for all of the municipality's.",
  })
  source?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only count what a sync would do: a run of kind PREVIEW.',
  })
  dryRun!: boolean;
}
