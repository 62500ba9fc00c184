import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { AppError } from '../../kernel/app-error.js';
import type { WatchFilter } from '../../view/live.js';
import { idsOf } from '../global-id.js';
import { EventCursorScalar } from '../scalars.js';

const maxNamed = 500;

@InputType('WatchFilter', {
  description: 'What to be told of; what is left out or null means everything.',
})
export class WatchFilterInput {
  @Field(() => [String], {
    nullable: true,
    description: 'Entries of these municipalities, by code; at most 500.',
  })
  municipalityCodes?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'These people and shared telephones; at most 500.',
  })
  entryIds?: string[] | null;
}

@ArgsType()
export class WatchArgs {
  @Field(() => WatchFilterInput, { nullable: true, description: 'What to be told of.' })
  filter?: WatchFilterInput | null;

  @Field(() => EventCursorScalar, {
    nullable: true,
    description: 'The position after which changes are told; none begins now.',
  })
  after?: string | null;
}

/** What the arguments ask to be told of. Throws BAD_USER_INPUT. */
export function watchFilter({ filter }: WatchArgs): WatchFilter {
  const { municipalityCodes, entryIds } = filter ?? {};
  for (const [name, list] of Object.entries({ municipalityCodes, entryIds }))
    if (list && list.length > maxNamed)
      throw new AppError('BAD_USER_INPUT', `"${name}" has more than ${maxNamed}.`);
  return {
    municipalityCodes: municipalityCodes ? [...new Set(municipalityCodes)].toSorted() : null,
    entryIds: entryIds ? [...new Set(idsOf('PERSON', entryIds, 'entryIds'))].toSorted() : null,
  };
}
