import { Inject, Injectable } from '@nestjs/common';
import { ApplyDialled, type DialResult } from '../changes/apply-dialled.js';
import type { Telephone } from '../changes/telephone-holders.js';
import type { Config } from '../config/config.js';
import { configuration } from '../config/settings.js';
import { standardDialCodes } from '../kernel/dial-codes.js';
import { refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { E164, Extension } from '../staff/phone-number.js';
import { reportSeqRefusal } from './report-seq.js';

/** What was dialled, as the exchange passes it on. */
export type DialStringReport = {
  readonly dialPlan: string;
  readonly e164: E164 | null;
  readonly extension: Extension | null;
  readonly dialled: string;
  readonly reportSeq: string | null;
};

/** The doorway for what people dial on their telephones. */
@Injectable()
export class ApplyDialString {
  constructor(
    @Inject(configuration) private readonly config: Pick<Config, 'dialCodes'>,
    private readonly changes: ApplyDialled,
  ) {}

  /** Does what was dialled, by the codes of its dial plan, or says why not. */
  async apply(system: Viewer, report: DialStringReport): Promise<Outcome<DialResult>> {
    const { dialPlan, e164, extension, dialled, reportSeq } = report;
    const sequence = reportSeq === null ? null : reportSeqRefusal(reportSeq);
    if (sequence) return sequence;
    const codes = this.config.dialCodes.get(dialPlan) ?? standardDialCodes;
    const by = telephoneOf(e164, extension);
    if (by === null) return refused('INVALID', 'Ange antingen nummer eller anknytning.');
    const telephone = { dialPlan, by };
    return this.changes.carryOut(system, { telephone, dialled, reportSeq }, codes);
  }
}

/** Exactly one of the two, or null. */
function telephoneOf(e164: E164 | null, extension: Extension | null): Telephone['by'] | null {
  if (e164 !== null) return extension === null ? { kind: 'NUMBER', e164 } : null;
  return extension === null ? null : { kind: 'EXTENSION', extension };
}
