import { Module } from '@nestjs/common';
import { ChangesModule } from '../changes/changes.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { ApplyDialString } from './apply-dial-string.js';
import { ImportCalendar } from './import-calendar.js';
import { ReportForwardings } from './report-forwardings.js';
import { ReportLines } from './report-lines.js';
import { ReportPresences } from './report-presences.js';

const doorways = [ApplyDialString, ImportCalendar, ReportForwardings, ReportLines, ReportPresences];

@Module({ imports: [ChangesModule, PresenceModule], providers: doorways, exports: doorways })
export class IntakeModule {}
