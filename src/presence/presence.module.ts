import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { EraseExpired } from './erase-expired.js';
import { FollowChanges } from './follow-changes.js';
import { ForwardingReports } from './forwarding-reports.js';
import { ForgetDayOld } from './forget-day-old.js';
import { LineReports } from './line-reports.js';
import { MoveDue } from './move-due.js';
import { PresenceReports } from './presence-reports.js';
import { TimePassed } from './time-passed.js';

@Module({
  imports: [StoreModule],
  providers: [
    EraseExpired,
    FollowChanges,
    ForgetDayOld,
    ForwardingReports,
    LineReports,
    MoveDue,
    PresenceReports,
    TimePassed,
  ],
  exports: [FollowChanges, ForwardingReports, LineReports, PresenceReports, TimePassed],
})
export class PresenceModule {}
