import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { CompleteRead } from './complete-read.js';
import { Decisions } from './decisions.js';
import { FastLane } from './fast-lane.js';
import { Judge } from './judge.js';
import { SyncSchedule } from './sync-schedule.js';
import { SyncSource } from './sync-source.js';
import { SyncStores } from './sync-stores.js';

@Module({
  imports: [StoreModule],
  providers: [SyncSchedule, SyncSource, CompleteRead, FastLane, Judge, Decisions, SyncStores],
  exports: [SyncSchedule, SyncSource],
})
export class SyncModule {}
