import { Module } from '@nestjs/common';
import { PresenceModule } from '../presence/presence.module.js';
import { ReportLines } from './report-lines.js';

@Module({ imports: [PresenceModule], providers: [ReportLines], exports: [ReportLines] })
export class IntakeModule {}
