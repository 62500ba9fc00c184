import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { ClearForwarding } from './clear-forwarding.js';
import { ContactRequests } from './contact-requests.js';
import { DecidePlan } from './decide-plan.js';
import { EraseContactRequests } from './erase-contact-requests.js';
import { EraseNotes } from './erase-notes.js';
import { EndAbsence } from './end-absence.js';
import { NameViewers } from './name-viewers.js';
import { RequestSync } from './request-sync.js';
import { SetAbsence } from './set-absence.js';
import { SetForwarding } from './set-forwarding.js';
import { SetNumbers } from './set-numbers.js';
import { SetPresentation } from './set-presentation.js';
import { SetProtection } from './set-protection.js';
import { Subjects } from './subjects.js';
import { UndoRises } from './undo-rises.js';

const changes = [
  ContactRequests,
  NameViewers,
  SetPresentation,
  DecidePlan,
  RequestSync,
  SetAbsence,
  EndAbsence,
  SetForwarding,
  ClearForwarding,
  SetNumbers,
  SetProtection,
  UndoRises,
];

@Module({
  imports: [StoreModule],
  providers: [Subjects, EraseContactRequests, EraseNotes, ...changes],
  exports: changes,
})
export class ChangesModule {}
