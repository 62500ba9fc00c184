import { Injectable } from '@nestjs/common';
import type { DialCodes } from '../kernel/dial-codes.js';
import { nobody, type PersonId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { parseDialString, type DialledAction } from '../staff/dial-string.js';
import type { Extension } from '../staff/phone-number.js';
import { DialSequencesStore } from '../store/dial-sequences.store.js';
import { brokenOff } from './broken-off.js';
import { DialledAbsence } from './dialled-absence.js';
import { DialledForwarding } from './dialled-forwarding.js';
import { TelephoneHolders, type Telephone, type TelephoneHolder } from './telephone-holders.js';

/** What was dialled on a telephone. The digits can hold a private number: they are neither kept nor logged. */
export type DialRequest = {
  readonly telephone: Telephone;
  readonly dialled: string;
  /** Rises with everything that is dialled on the telephone; null where the exchange does not count. */
  readonly reportSeq: string | null;
};

/** What came of it: false when it had come before, and what to say, which names nobody. */
export type DialResult = { readonly applied: boolean; readonly spoken: string };

/** Does what was dialled on a telephone, with the rights of whoever has it, under the rules of every change. */
@Injectable()
export class ApplyDialled {
  constructor(
    private readonly holders: TelephoneHolders,
    private readonly sequences: DialSequencesStore,
    private readonly absence: DialledAbsence,
    private readonly forwarding: DialledForwarding,
  ) {}

  /** Carries it out whole, or says why not. */
  async carryOut(
    system: Viewer,
    { telephone, dialled, reportSeq }: DialRequest,
    codes: DialCodes,
  ): Promise<Outcome<DialResult>> {
    const holder = await this.holders.of(system, telephone);
    const { dialPlan, by } = telephone;
    const named = by.kind === 'NUMBER' ? 'number' : 'extension';
    if (holder === null) return refused('NOT_FOUND', 'Det finns ingen sådan.', named);
    const read = parseDialString(dialled, codes);
    if (!read.ok) return brokenOff(read.at);
    const line = by.kind === 'NUMBER' ? by.e164 : `${dialPlan}/${by.extension}`;
    const { code } = holder.person.municipality;
    if (reportSeq !== null && !(await this.sequences.countOn(code, line, reportSeq)))
      return done({ applied: false, spoken: 'Det är redan gjort.' });
    const outcome = await this.does(system, holder, read.action, codes);
    return outcome.ok ? done({ applied: true, spoken: outcome.value }) : outcome;
  }

  private async does(
    system: Viewer,
    holder: TelephoneHolder,
    action: DialledAction,
    codes: DialCodes,
  ): Promise<Outcome<string>> {
    switch (action.kind) {
      case 'ABSENCE':
        return this.absence.set(holder, await this.whom(system, holder, action), action, codes);
      case 'END_ABSENCE':
        return this.absence.end(holder, await this.whom(system, holder, action));
      case 'FORWARD':
        return this.forwarding.set(holder, action);
      case 'SWITCH_ON':
        return this.forwarding.switchOn(holder, action.condition);
      case 'SWITCH_OFF':
        return this.forwarding.switchOff(holder, action.condition);
      case 'ALL_OFF':
        return this.forwarding.switchOff(holder, null);
    }
  }

  /** Whose absence it is: of an extension, whoever has it as far as the telephone system may know. */
  private async whom(
    system: Viewer,
    { person }: TelephoneHolder,
    { extension }: { readonly extension: Extension | null },
  ): Promise<PersonId> {
    if (extension === null) return person.id;
    const by = { kind: 'EXTENSION', extension } as const;
    const { dialPlan } = person.municipality;
    return (await this.holders.idOf(system, { dialPlan, by })) ?? nobody;
  }
}
