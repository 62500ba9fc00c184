import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { ChangeGrant } from './change-grant.js';
import { ClearForwarding } from './clear-forwarding.js';
import { DecidePlan } from './decide-plan.js';
import { EraseNotes } from './erase-notes.js';
import { EndAbsence } from './end-absence.js';
import { RequestSync } from './request-sync.js';
import { SetAbsence } from './set-absence.js';
import { SetForwarding } from './set-forwarding.js';
import { SetNumbers } from './set-numbers.js';
import { SetProtection } from './set-protection.js';
import { SetUnitDuties } from './set-unit-duties.js';
import { Subjects } from './subjects.js';
import { UndoRises } from './undo-rises.js';

const changes = [
  DecidePlan,
  RequestSync,
  SetAbsence,
  EndAbsence,
  SetForwarding,
  ClearForwarding,
  SetNumbers,
  SetProtection,
  SetUnitDuties,
  ChangeGrant,
  UndoRises,
];

@Module({ imports: [StoreModule], providers: [Subjects, EraseNotes, ...changes], exports: changes })
export class ChangesModule {}
