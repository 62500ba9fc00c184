import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { StoreModule } from '../store/store.module.js';
import { ClearForwarding } from './clear-forwarding.js';
import { CreateKey } from './create-key.js';
import { DecideDepartment } from './decide-department.js';
import { DecidePlan } from './decide-plan.js';
import { EraseAbsences } from './erase-absences.js';
import { EraseNotes } from './erase-notes.js';
import { EndAbsence } from './end-absence.js';
import { RequestSync } from './request-sync.js';
import { RevokeKey } from './revoke-key.js';
import { SetAbsence } from './set-absence.js';
import { SetForwarding } from './set-forwarding.js';
import { SetNumbers } from './set-numbers.js';
import { SetProtection } from './set-protection.js';
import { SetSettings } from './set-settings.js';
import { Subjects } from './subjects.js';
import { UndoRises } from './undo-rises.js';

const changes = [
  CreateKey,
  RevokeKey,
  DecideDepartment,
  SetSettings,
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
  imports: [IdentityModule, StoreModule],
  providers: [Subjects, EraseAbsences, EraseNotes, ...changes],
  exports: changes,
})
export class ChangesModule {}
