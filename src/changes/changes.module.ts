import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { StoreModule } from '../store/store.module.js';
import { ChangeGrant } from './change-grant.js';
import { ClearForwarding } from './clear-forwarding.js';
import { ContactRequests } from './contact-requests.js';
import { CreateKey } from './create-key.js';
import { DecideDepartment } from './decide-department.js';
import { DecidePlan } from './decide-plan.js';
import { EndAbsence } from './end-absence.js';
import { EraseAbsences } from './erase-absences.js';
import { EraseContactRequests } from './erase-contact-requests.js';
import { EraseReceipts } from './erase-receipts.js';
import { EraseNotes } from './erase-notes.js';
import { KeptUnits } from './kept-units.js';
import { NameViewers } from './name-viewers.js';
import { Receipts } from './receipts.js';
import { RequestSync } from './request-sync.js';
import { RevokeKey } from './revoke-key.js';
import { SetAbsence } from './set-absence.js';
import { SetForwarding } from './set-forwarding.js';
import { SetNumbers } from './set-numbers.js';
import { SetPresentation } from './set-presentation.js';
import { SetProtection } from './set-protection.js';
import { SetSettings } from './set-settings.js';
import { SetAnswerGroup } from './set-answer-group.js';
import { SetBestReached } from './set-best-reached.js';
import { SetFaultContact } from './set-fault-contact.js';
import { SetGreeting } from './set-greeting.js';
import { SetOpeningHours } from './set-opening-hours.js';
import { SetSharedLine } from './set-shared-line.js';
import { SetStandIns } from './set-stand-ins.js';
import { SetUnitDuties } from './set-unit-duties.js';
import { Subjects } from './subjects.js';
import { UndoRises } from './undo-rises.js';

const changes = [
  ClearForwarding,
  ContactRequests,
  CreateKey,
  DecideDepartment,
  DecidePlan,
  EndAbsence,
  NameViewers,
  Receipts,
  RequestSync,
  RevokeKey,
  SetAbsence,
  SetForwarding,
  SetNumbers,
  SetPresentation,
  SetProtection,
  SetSettings,
  SetAnswerGroup,
  SetBestReached,
  SetFaultContact,
  SetGreeting,
  SetOpeningHours,
  SetSharedLine,
  SetStandIns,
  SetUnitDuties,
  ChangeGrant,
  UndoRises,
];

@Module({
  imports: [IdentityModule, StoreModule],
  providers: [
    Subjects,
    KeptUnits,
    EraseAbsences,
    EraseContactRequests,
    EraseNotes,
    EraseReceipts,
    ...changes,
  ],
  exports: changes,
})
export class ChangesModule {}
