import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { AppError } from '../../kernel/app-error.js';
import type { Within } from '../../kernel/page.js';
import { idsOf } from '../global-id.js';

const mostUnits = 500;

@InputType('DirectoryFilter', { description: 'Narrows a list; all parts must hold.' })
export class DirectoryFilterInput {
  @Field(() => [String], { nullable: true, description: "SCB's codes of municipalities." })
  municipalityCodes?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Units in which people and telephones are, not those below them; at most 500.',
  })
  unitIds?: string[] | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: 'Page size, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the last page.' })
  after?: string | null;
}

@ArgsType()
export class DirectoryArgs {
  @Field(() => DirectoryFilterInput, { nullable: true, description: 'Narrows.' })
  filter?: DirectoryFilterInput | null;

  @Field(() => Int, { defaultValue: 50, description: 'Page size, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the last page.' })
  after?: string | null;
}

@ArgsType()
export class SearchArgs {
  @Field(() => String, { description: 'Words or digits.' })
  query!: string;

  @Field(() => DirectoryFilterInput, { nullable: true, description: 'Narrows.' })
  filter?: DirectoryFilterInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      "SCB's code of the municipality that the caller asks for: its hits come first among those that fit as well.",
  })
  near?: string | null;

  @Field(() => Int, { defaultValue: 20, description: 'Page size, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the last page.' })
  after?: string | null;
}

/** Where a list is of. Throws BAD_USER_INPUT. */
export function withinOf(filter: DirectoryFilterInput | null | undefined): Within {
  const { municipalityCodes, unitIds } = filter ?? {};
  if (unitIds && unitIds.length > mostUnits)
    throw new AppError('BAD_USER_INPUT', `"unitIds" has more than ${mostUnits}.`);
  return {
    municipalityCodes: municipalityCodes ? [...new Set(municipalityCodes)].toSorted() : null,
    unitIds: unitIds ? idsOf('UNIT', unitIds, 'unitIds').toSorted() : null,
  };
}
