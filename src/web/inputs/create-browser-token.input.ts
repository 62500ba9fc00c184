import { Field, InputType } from '@nestjs/graphql';

@InputType('CreateBrowserTokenInput', { description: 'Whose pages the token is for.' })
export class CreateBrowserTokenInput {
  @Field(() => String, {
    description:
      'Origin of the pages, as a browser writes it, such as "https://intranet.kommun.se": https, or http on the machine itself, and no path.',
  })
  origin!: string;
}
