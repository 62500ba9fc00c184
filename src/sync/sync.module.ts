import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { SyncSchedule } from './sync-schedule.js';
import { SyncSource } from './sync-source.js';

@Module({
  imports: [StoreModule],
  providers: [SyncSchedule, SyncSource],
  exports: [SyncSchedule, SyncSource],
})
export class SyncModule {}
