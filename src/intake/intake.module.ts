import { Module } from '@nestjs/common';
import { ChangesModule } from '../changes/changes.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { ImportCalendar } from './import-calendar.js';
import { ReportLines } from './report-lines.js';

@Module({
  imports: [ChangesModule, PresenceModule],
  providers: [ImportCalendar, ReportLines],
  exports: [ImportCalendar, ReportLines],
})
export class IntakeModule {}
