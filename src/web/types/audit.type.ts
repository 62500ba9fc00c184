import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { AuditAction, AuditOrigin } from '../../kernel/audit-words.js';
import { AuditActionEnum, AuditOriginEnum } from '../audit-enums.js';
import { DateTimeScalar } from '../scalars.js';
import { PageInfoType } from './page-info.type.js';
import { MunicipalityType } from './municipality.type.js';

@ObjectType('AuditEntry', {
  description:
    'Append-only record of something done or read. Of somebody PROTECTED it names neither the person nor the object, unless a case was given.',
})
export class AuditEntryType {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'Who: a key, a digest of a token, a source or a command.' })
  actor!: string;

  @Field(() => String, { description: 'In which roles; empty for a program.' })
  roles!: string;

  @Field(() => AuditActionEnum, { description: 'What.' })
  action!: AuditAction;

  @Field(() => AuditOriginEnum, { description: 'Through what.' })
  origin!: AuditOrigin;

  @Field(() => ID, { nullable: true, description: 'About whom, if it is about a person.' })
  personId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'What was changed, when that is not the person: an absence, a run, a plan.',
  })
  objectId!: string | null;

  @Field(() => [String], { description: 'Fields changed or read, no values.' })
  fields!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Purpose or case that was given.' })
  purpose!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Hash of the seal that covers it; null until the next minute.',
  })
  sealHash!: string | null;
}

@ObjectType('AccessEntry', { description: 'Who read a person.' })
export class AccessEntryType {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => AuditActionEnum, { description: 'Whether the person was read, or the numbers.' })
  action!: AuditAction;

  @Field(() => String, { description: 'In which roles.' })
  roles!: string;

  @Field(() => MunicipalityType, {
    nullable: true,
    description: 'Organisation of the reader; null for a system or a person that serves all.',
  })
  municipality!: MunicipalityType | null;

  @Field(() => String, { nullable: true, description: 'Who; no name. For AUDITOR.' })
  actor!: string | null;

  @Field(() => [String], { description: 'What was read: a whole entry, or some of its fields.' })
  fields!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Purpose given.' })
  purpose!: string | null;
}

@ObjectType('AuditEntryEdge', { description: 'Audit edge.' })
export class AuditEntryEdgeType {
  @Field(() => String, { description: 'Opaque cursor, good for this viewer and this list.' })
  cursor!: string;

  @Field(() => AuditEntryType, { description: 'Entry.' })
  node!: AuditEntryType;
}

@ObjectType('AuditEntryConnection', { description: 'Audit page; no total count on purpose.' })
export class AuditEntryConnectionType {
  @Field(() => [AuditEntryEdgeType], { description: 'Edges, the newest entry first.' })
  edges!: AuditEntryEdgeType[];

  @Field(() => PageInfoType, { description: 'Page.' })
  pageInfo!: PageInfoType;
}

@ObjectType('AccessEntryEdge', { description: 'Access edge.' })
export class AccessEntryEdgeType {
  @Field(() => String, { description: 'Opaque cursor, good for this viewer and this list.' })
  cursor!: string;

  @Field(() => AccessEntryType, { description: 'Entry.' })
  node!: AccessEntryType;
}

@ObjectType('AccessEntryConnection', { description: 'Access page; no total count on purpose.' })
export class AccessEntryConnectionType {
  @Field(() => [AccessEntryEdgeType], { description: 'Edges, the newest entry first.' })
  edges!: AccessEntryEdgeType[];

  @Field(() => PageInfoType, { description: 'Page.' })
  pageInfo!: PageInfoType;
}
