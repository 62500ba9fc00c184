import { Field, ID, InputType } from '@nestjs/graphql';
import { AppError } from '../../kernel/app-error.js';
import type { SubjectHolder } from '../../changes/set-subject-words.js';
import { idOf } from '../global-id.js';
import { idempotencyKey } from './idempotency-key.js';

@InputType('SubjectHolder', {
  isOneOf: true,
  description: 'Exactly one that handles what callers ask for.',
})
export class SubjectHolderInput {
  @Field(() => ID, { nullable: true, description: 'A person, function or shared telephone.' })
  entryId?: string;

  @Field(() => ID, { nullable: true, description: 'A unit.' })
  unitId?: string;
}

@InputType('SubjectInput', { description: 'Something that callers ask for (ämnesord, P14).' })
export class SubjectInput {
  @Field(() => String, {
    description:
      'The word that it is called by: 2 to 60 letters, digits, spaces and hyphens, with five digits at most. Each word stands once in the whole list, however it is written.',
  })
  word!: string;

  @Field(() => [String], {
    defaultValue: [],
    description: 'Words that callers use for the same thing, under the same rules; at most 20.',
  })
  synonyms!: string[];
}

@InputType('SetSubjectWordsInput', {
  description: 'By which words callers ask for what somebody handles (P14).',
})
export class SetSubjectWordsInput {
  @Field(() => SubjectHolderInput, { description: 'Whose words.' })
  holder!: SubjectHolderInput;

  @Field(() => [SubjectInput], {
    description: 'All of them, at most 50; an empty list takes them away.',
  })
  subjects!: SubjectInput[];

  @Field(() => String, { description: 'The version of the entry or unit that you read.' })
  expectedVersion!: string;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

/** Whose words an input names. Throws BAD_USER_INPUT for an id that is none, or of another type. */
export function subjectHolder({ entryId, unitId }: SubjectHolderInput): SubjectHolder {
  if (entryId !== undefined) return { kind: 'ENTRY', id: idOf('PERSON', entryId, 'entryId') };
  if (unitId !== undefined) return { kind: 'UNIT', id: idOf('UNIT', unitId, 'unitId') };
  throw new AppError('BAD_USER_INPUT', 'Name exactly one entry or unit.');
}
