import { Args, ArgsType, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../kernel/viewer.js';
import { AuditView } from '../view/audit.view.js';
import { Audience } from './audience.js';
import { connectionOf } from './connection.js';
import { idOf } from './global-id.js';
import { DateTimeScalar } from './scalars.js';
import { AccessEntryConnectionType, AuditEntryConnectionType } from './types/audit.type.js';
import { CurrentViewer } from './viewer.guard.js';

@ArgsType()
class AuditLogArgs {
  @Field(() => ID, {
    nullable: true,
    description:
      'Only about this person, or of this object. Nothing of somebody PROTECTED without a case.',
  })
  objectId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From this instant.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until this instant, not with it.' })
  to?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'The case that people who are PROTECTED are named for; it is recorded.',
  })
  caseReference?: string | null;

  @Field(() => Int, { defaultValue: 50, description: 'Page size, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the last page.' })
  after?: string | null;
}

@ArgsType()
class AccessLogArgs {
  @Field(() => ID, { description: 'Who was read.' })
  personId!: string;

  @Field(() => Int, { defaultValue: 50, description: 'Page size, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the last page.' })
  after?: string | null;
}

/** Who did and who read what. */
@Resolver()
export class AuditResolver {
  constructor(private readonly view: AuditView) {}

  @Query(() => AuditEntryConnectionType, {
    nullable: true,
    description: 'What was done and read in the own municipality, the newest first. For AUDITOR.',
  })
  @Audience(['AUDITOR'])
  async auditLog(
    @CurrentViewer() viewer: Viewer,
    @Args() { objectId, from, to, caseReference, first, after }: AuditLogArgs,
  ) {
    const page = await this.view.log(viewer, {
      objectId: objectId ?? null,
      from: from ?? null,
      to: to ?? null,
      caseReference: caseReference ?? null,
      first,
      after: after ?? null,
    });
    return connectionOf(page);
  }

  @Query(() => AccessEntryConnectionType, {
    nullable: true,
    description:
      "Who read somebody PROTECTED, or asked for numbers, the newest first: one's own for SELF, without who it was; the own municipality's for AUDITOR, which is recorded. Empty for anybody else.",
  })
  @Audience(['AUDITOR', 'EMPLOYEE'])
  async accessLog(
    @CurrentViewer() viewer: Viewer,
    @Args() { personId, first, after }: AccessLogArgs,
  ) {
    const id = idOf('PERSON', personId, 'personId');
    return connectionOf(await this.view.accesses(viewer, id, { first, after: after ?? null }));
  }
}
