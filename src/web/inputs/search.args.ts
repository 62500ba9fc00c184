import { ArgsType, Field, InputType, Int } from '@nestjs/graphql';

@InputType('DirectoryFilter', { description: 'Narrows a list; all parts must hold.' })
export class DirectoryFilterInput {
  @Field(() => [String], { nullable: true, description: "SCB's codes of municipalities." })
  municipalityCodes?: string[] | null;
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

  @Field(() => Int, { defaultValue: 20, description: 'Page size, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the last page.' })
  after?: string | null;
}
