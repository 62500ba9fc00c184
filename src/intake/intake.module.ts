import { Module } from '@nestjs/common';
import { PresenceModule } from '../presence/presence.module.js';
import { ReportLines } from './report-lines.js';
import { ReportPresences } from './report-presences.js';

const doorways = [ReportLines, ReportPresences];

@Module({ imports: [PresenceModule], providers: doorways, exports: doorways })
export class IntakeModule {}
