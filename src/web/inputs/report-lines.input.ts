import { Field, InputType, Int } from '@nestjs/graphql';
import type { LineStatus } from '../../kernel/phone-words.js';
import type { E164, Extension } from '../../staff/phone-number.js';
import { LineStatusEnum } from '../phone-enums.js';
import { DroppedOfCalls } from './dropped-of-calls.input.js';
import { DateTimeScalar, E164Scalar, ExtensionScalar } from '../scalars.js';

@InputType('LineReport', {
  description: 'State of one line, named by its number or its extension.',
})
export class LineReportInput extends DroppedOfCalls {
  @Field(() => ExtensionScalar, { nullable: true, description: 'Extension in the dial plan.' })
  extension?: Extension | null;

  @Field(() => E164Scalar, { nullable: true, description: 'Number.' })
  number?: E164 | null;

  @Field(() => LineStatusEnum, { description: 'State.' })
  status!: LineStatus;

  @Field(() => DateTimeScalar, { description: 'When the exchange saw it.' })
  observedAt!: Date;

  @Field(() => String, {
    description:
      'Rises with every report of the line, 1 to 18 digits; late and repeated ones are dropped.',
  })
  reportSeq!: string;

  @Field(() => Int, {
    defaultValue: 3600,
    description: 'Seconds until the state is unknown again.',
  })
  ttlSeconds!: number;
}

@InputType('ReportLinesInput', { description: 'Batch of line states.' })
export class ReportLinesInput {
  @Field(() => String, { description: 'The dial plan that the extensions belong to.' })
  dialPlan!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Whether it replaces the dial plan: lines that it does not name are unknown, but for those whose reportSeq is above its highest. For an exchange that counts over the whole dial plan, of at most 500 lines.',
  })
  full?: boolean | null;

  @Field(() => [LineReportInput], { description: 'At most 500; none is a sign of life.' })
  lines!: LineReportInput[];
}
