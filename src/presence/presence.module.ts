import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { EraseExpired } from './erase-expired.js';
import { FollowChanges } from './follow-changes.js';
import { ForwardingReports } from './forwarding-reports.js';
import { LineReports } from './line-reports.js';
import { PresenceReports } from './presence-reports.js';

@Module({
  imports: [StoreModule],
  providers: [EraseExpired, FollowChanges, ForwardingReports, LineReports, PresenceReports],
  exports: [FollowChanges, ForwardingReports, LineReports, PresenceReports],
})
export class PresenceModule {}
