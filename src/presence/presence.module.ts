import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { EraseExpired } from './erase-expired.js';
import { LineReports } from './line-reports.js';
import { PresenceReports } from './presence-reports.js';

@Module({
  imports: [StoreModule],
  providers: [EraseExpired, LineReports, PresenceReports],
  exports: [LineReports, PresenceReports],
})
export class PresenceModule {}
