import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { LineReports } from './line-reports.js';

@Module({ imports: [StoreModule], providers: [LineReports], exports: [LineReports] })
export class PresenceModule {}
