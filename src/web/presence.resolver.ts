import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { SetPresence } from '../changes/set-presence.js';
import { ReportLines } from '../intake/report-lines.js';
import { ReportPresences } from '../intake/report-presences.js';
import type { Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { Audience } from './audience.js';
import { idOrNull } from './global-id.js';
import {
  ClearPresenceInput,
  ReportPresencesInput,
  SetPresenceInput,
} from './inputs/presence.input.js';
import { ReportLinesInput } from './inputs/report-lines.input.js';
import { Payloads } from './payloads.js';
import { AcknowledgePayloadType, PersonPayloadType } from './types/payload.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** What people are doing right now, as their clients and the telephone system say. */
@Resolver()
export class PresenceResolver {
  constructor(
    private readonly presence: SetPresence,
    private readonly lines: ReportLines,
    private readonly presences: ReportPresences,
    private readonly payloads: Payloads,
  ) {}

  @Mutation(() => PersonPayloadType, {
    description:
      'Say what you are doing, until it expires; at most 10 sessions a person. Nothing of it is recorded. For SELF.',
  })
  @Audience(['EMPLOYEE'])
  async setMyPresence(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetPresenceInput, description: 'What you are doing.' })
    { sessionId, availability, activity, expiresInSeconds, sequence }: SetPresenceInput,
  ) {
    const request = { sessionId, availability, activity, expiresInSeconds, sequence };
    return this.payloads.of(viewer, await this.presence.say(viewer, request));
  }

  @Mutation(() => PersonPayloadType, {
    description: 'A session of yours says nothing any more. For SELF.',
  })
  @Audience(['EMPLOYEE'])
  async clearMyPresence(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => ClearPresenceInput, description: 'Which session.' })
    { sessionId }: ClearPresenceInput,
  ) {
    return this.payloads.of(viewer, await this.presence.takeBack(viewer, sessionId));
  }

  @Mutation(() => AcknowledgePayloadType, {
    description:
      'Line states, at most 500; late or repeated reports are dropped by reportSeq, and none at all is a sign of life. For PHONE_SYSTEM_KEY with LINE_WRITE.',
  })
  @Audience(['PHONE_SYSTEM_KEY'], 'LINE_WRITE')
  async reportLines(
    @Args('input', { type: () => ReportLinesInput, description: 'The batch.' })
    { dialPlan, full, lines }: ReportLinesInput,
  ) {
    const reports = lines.map(
      ({ number, extension, status, observedAt, reportSeq, ttlSeconds }) => {
        const line = { e164: number ?? null, extension: extension ?? null };
        return { ...line, status, observedAt, reportSeq, ttlSeconds };
      },
    );
    return receipt(await this.lines.take({ dialPlan, full: full ?? false, lines: reports }));
  }

  @Mutation(() => AcknowledgePayloadType, {
    description:
      'Presence sessions, at most 500; late or repeated reports are dropped by reportSeq. For PHONE_SYSTEM_KEY with PRESENCE_WRITE.',
  })
  @Audience(['PHONE_SYSTEM_KEY'], 'PRESENCE_WRITE')
  async reportPresences(
    @Args('input', { type: () => ReportPresencesInput, description: 'The batch.' })
    { dialPlan, reports }: ReportPresencesInput,
  ) {
    const sessions = reports.map(({ number, extension, personId, ...report }, i) => {
      const id = idOrNull('PERSON', personId, `reports.${i}.personId`);
      return { ...report, e164: number ?? null, extension: extension ?? null, personId: id };
    });
    return receipt(await this.presences.take(dialPlan, sessions));
  }
}

function receipt(outcome: Outcome<number>) {
  return outcome.ok
    ? { accepted: true, acceptedCount: outcome.value, userErrors: [] }
    : { accepted: false, acceptedCount: 0, userErrors: outcome.errors };
}
