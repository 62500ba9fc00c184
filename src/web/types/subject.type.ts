import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('Subject', {
  description: 'Something that callers ask for, by their words for it (ämnesord, P14).',
})
export class SubjectType {
  @Field(() => String, { description: 'The word that it is called by.' })
  word!: string;

  @Field(() => [String], { description: 'Words that callers use for the same thing.' })
  synonyms!: readonly string[];
}
