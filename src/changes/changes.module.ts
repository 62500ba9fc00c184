import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { StoreModule } from '../store/store.module.js';
import { AbsenceTerms } from './absence-terms.js';
import { ApplyDialled } from './apply-dialled.js';
import { ChangeGrant } from './change-grant.js';
import { ClearForwarding } from './clear-forwarding.js';
import { ContactRequests } from './contact-requests.js';
import { CreateKey } from './create-key.js';
import { DecideDepartment } from './decide-department.js';
import { DecidePlan } from './decide-plan.js';
import { DialledAbsence } from './dialled-absence.js';
import { DialledForwarding } from './dialled-forwarding.js';
import { EndAbsence } from './end-absence.js';
import { EraseAbsences } from './erase-absences.js';
import { EraseContactRequests } from './erase-contact-requests.js';
import { EraseReceipts } from './erase-receipts.js';
import { EraseNotes } from './erase-notes.js';
import { ForwardingTargets } from './forwarding-target.js';
import { KeptUnits } from './kept-units.js';
import { NameViewers } from './name-viewers.js';
import { Receipts } from './receipts.js';
import { ReplaceCalendar } from './replace-calendar.js';
import { RequestSync } from './request-sync.js';
import { RevokeKey } from './revoke-key.js';
import { SetAbsence } from './set-absence.js';
import { SetAbsenceReasons } from './set-absence-reasons.js';
import { SetForwarding } from './set-forwarding.js';
import { SetNumbers } from './set-numbers.js';
import { SetPresence } from './set-presence.js';
import { SetPresentation } from './set-presentation.js';
import { SetProtection } from './set-protection.js';
import { SetSettings } from './set-settings.js';
import { SetUnitAbsence } from './set-unit-absence.js';
import { SetAnswerGroup } from './set-answer-group.js';
import { SetBestReached } from './set-best-reached.js';
import { SetFaultContact } from './set-fault-contact.js';
import { SetGreeting } from './set-greeting.js';
import { SetOpeningHours } from './set-opening-hours.js';
import { SetSharedLine } from './set-shared-line.js';
import { SetStandIns } from './set-stand-ins.js';
import { SetSubjectWords } from './set-subject-words.js';
import { SetUnitDuties } from './set-unit-duties.js';
import { Subjects } from './subjects.js';
import { TelephoneHolders } from './telephone-holders.js';
import { UndoRises } from './undo-rises.js';

const changes = [
  ApplyDialled,
  ClearForwarding,
  ContactRequests,
  CreateKey,
  DecideDepartment,
  DecidePlan,
  EndAbsence,
  NameViewers,
  Receipts,
  ReplaceCalendar,
  RequestSync,
  RevokeKey,
  SetAbsence,
  SetAbsenceReasons,
  SetForwarding,
  SetNumbers,
  SetPresence,
  SetPresentation,
  SetProtection,
  SetSettings,
  SetUnitAbsence,
  SetAnswerGroup,
  SetBestReached,
  SetFaultContact,
  SetGreeting,
  SetOpeningHours,
  SetSharedLine,
  SetStandIns,
  SetSubjectWords,
  SetUnitDuties,
  ChangeGrant,
  UndoRises,
];

/** What changes are made of. */
const parts = [
  Subjects,
  AbsenceTerms,
  DialledAbsence,
  DialledForwarding,
  EraseAbsences,
  EraseContactRequests,
  EraseNotes,
  EraseReceipts,
  ForwardingTargets,
  KeptUnits,
  TelephoneHolders,
];

@Module({
  imports: [IdentityModule, StoreModule],
  providers: [...parts, ...changes],
  exports: changes,
})
export class ChangesModule {}
