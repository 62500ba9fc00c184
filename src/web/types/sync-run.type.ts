import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { RejectionCode, SyncKind, SyncStatus, SyncTrigger } from '../../kernel/sync-words.js';
import { DateTimeScalar } from '../scalars.js';
import { RejectionCodeEnum, SyncKindEnum, SyncStatusEnum, SyncTriggerEnum } from '../sync-enums.js';
import { PageInfoType } from './page-info.type.js';
import { MunicipalityType } from './municipality.type.js';
import { NodeType } from './node.type.js';
import { UserErrorType } from './payload.type.js';

/** A number of people or values in a run. */
const count = (description: string) => Field(() => Int, { description });

@ObjectType('SyncRun', {
  implements: () => [NodeType],
  description:
    'One read of one directory, kept for 90 days. PROTECTED people are in none of its numbers, but for levels raised.',
})
export class SyncRunType extends NodeType {
  @Field(() => MunicipalityType, { description: 'Whose directory.' })
  municipality!: MunicipalityType;

  @Field(() => String, { description: "The directory's name in the configuration." })
  source!: string;

  @Field(() => SyncKindEnum, { description: 'How much it does.' })
  kind!: SyncKind;

  @Field(() => SyncTriggerEnum, { description: 'Why it began.' })
  trigger!: SyncTrigger;

  @Field(() => SyncStatusEnum, { description: 'What came of it.' })
  status!: SyncStatus;

  @Field(() => DateTimeScalar, {
    description: 'When it began; while it is QUEUED, when it was asked for.',
  })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  finishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The server that answered to the end.' })
  server!: string | null;

  @count('People read.')
  seen!: number;

  @count('People who are new.')
  created!: number;

  @count('People whose entry had changed.')
  updated!: number;

  @count('Of the updated: those whose place in the directory had changed.')
  moved!: number;

  @count('Of the updated: those whose account had been disabled.')
  disabled!: number;

  @count('People who had been missing and were back.')
  reappeared!: number;

  @count('People who were missing for the first time.')
  missing!: number;

  @count('Of the missing: those who are still in the directory, outside what is searched.')
  leftScope!: number;

  @count('People who had been missing for long enough to have left.')
  removed!: number;

  @count('Levels of confidentiality raised, whoever they are about.')
  raised!: number;

  @count('Values and entries that were not taken.')
  rejected!: number;

  @Field(() => String, { nullable: true, description: 'Why it failed or is held, in a sentence.' })
  message!: string | null;

  @Field(() => String, { nullable: true, description: 'The hash of the plan that is held.' })
  planHash!: string | null;
}

@ObjectType('SyncRejection', {
  description: 'A value or an entry that was not taken, for a technician to mend in the directory.',
})
export class SyncRejectionType {
  @Field(() => String, { description: "The entry's stable key in the directory." })
  key!: string;

  @Field(() => String, { nullable: true, description: 'The field; null for the whole entry.' })
  field!: string | null;

  @Field(() => RejectionCodeEnum, { description: 'Why.' })
  code!: RejectionCode;
}

@ObjectType('SyncRunEdge', { description: 'Runs edge.' })
export class SyncRunEdgeType {
  @Field(() => String, { description: 'Opaque cursor, good for this viewer and this list.' })
  cursor!: string;

  @Field(() => SyncRunType, { description: 'Run.' })
  node!: SyncRunType;
}

@ObjectType('SyncRunConnection', { description: 'Runs page; no total count on purpose.' })
export class SyncRunConnectionType {
  @Field(() => [SyncRunEdgeType], { description: 'Edges, the newest run first.' })
  edges!: SyncRunEdgeType[];

  @Field(() => PageInfoType, { description: 'Page.' })
  pageInfo!: PageInfoType;
}

@ObjectType('StartSyncPayload', { description: 'Result of asking for syncs.' })
export class StartSyncPayloadType {
  @Field(() => [SyncRunType], { description: 'One run for each directory; empty when refused.' })
  syncRuns!: readonly SyncRunType[];

  @Field(() => [UserErrorType], { description: 'Expected refusals; empty when it was asked for.' })
  userErrors!: readonly UserErrorType[];
}
