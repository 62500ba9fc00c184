import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { globalId, type PersonId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { ForwardingReports, type ForwardingBatch } from '../presence/forwarding-reports.js';
import { reportSeqRefusal } from './report-seq.js';

type Observation = ForwardingBatch['observations'][number];

/** A forwarding as the exchange's connector sends it, with a target of any kind. */
export type ForwardingReport = Omit<Observation, 'target'> & {
  readonly target:
    | NonNullable<Observation['target']>
    | { readonly kind: 'PERSON'; readonly personId: PersonId }
    | null;
};

/** A batch as it comes. */
export type ForwardingsReported = Omit<ForwardingBatch, 'observations'> & {
  readonly forwardings: readonly ForwardingReport[];
};

const maxForwardings = 500;

/** The doorway for the forwardings that the exchange has. */
@Injectable()
export class ReportForwardings {
  constructor(private readonly reports: ForwardingReports) {}

  /**
   * Takes a batch whole, or refuses it whole with the path of the first fault. The count is of rows
   * that are well-formed, known or not, so that it tells nothing about who has a number.
   */
  async take(
    viewer: Viewer,
    { forwardings, ...batch }: ForwardingsReported,
  ): Promise<Outcome<number>> {
    if (batch.layer === 'DIRECTORY')
      return refused('INVALID', 'Katalogens vidarekopplingar ställs in här.', 'layer');
    if (forwardings.length > maxForwardings)
      return refused('LIMIT', `Högst ${maxForwardings} åt gången.`, 'forwardings');
    const observations: Observation[] = [];
    for (const [i, report] of forwardings.entries()) {
      const read = observationFrom(report, 'forwardings', String(i));
      if (!read.ok) return read;
      observations.push(read.value);
    }
    await this.reports.take({ ...batch, observations }, ({ id, personId, municipality }, at) =>
      auditFactOf(viewer, {
        at,
        municipality,
        action: 'CLEAR_FORWARDING',
        about: personId,
        object: globalId('FORWARDING', id),
        fields: ['target', 'active', 'source'],
      }),
    );
    return done(forwardings.length);
  }
}

function observationFrom(report: ForwardingReport, ...path: string[]): Outcome<Observation> {
  const { target, noAnswerSeconds: seconds, ...rest } = report;
  if ((rest.e164 === null) === (rest.extension === null))
    return refused('INVALID', 'Ange antingen nummer eller anknytning.', ...path);
  const sequence = reportSeqRefusal(rest.reportSeq, ...path);
  if (sequence) return sequence;
  if (target === null && rest.active)
    return refused('INVALID', 'En vidarekoppling som gäller leder någonstans.', ...path, 'target');
  if (target?.kind === 'PERSON')
    return refused('INVALID', 'Växeln anger nummer eller anknytning.', ...path, 'target');
  if (
    rest.condition === 'NO_ANSWER'
      ? seconds !== null && (seconds < 5 || seconds > 60)
      : seconds !== null
  )
    return refused(
      'INVALID',
      'Väntetid, 5 till 60 sekunder, hör till "vid ej svar".',
      ...path,
      'noAnswerSeconds',
    );
  return done({ ...rest, noAnswerSeconds: seconds, target });
}
