import { Injectable } from '@nestjs/common';
import { DirectoryStore } from '../store/directory.store.js';
import { LevelRisesStore } from '../store/level-rises.store.js';
import { SourceStateStore } from '../store/source-state.store.js';
import { SyncConnections } from '../store/sync-connections.js';
import { SyncRunsStore } from '../store/sync-runs.store.js';

/** Everything that a sync keeps: directory facts, levels, and what the next run has to know of this one. */
@Injectable()
export class SyncStores {
  constructor(
    readonly connections: SyncConnections,
    readonly directories: DirectoryStore,
    readonly levelRises: LevelRisesStore,
    readonly states: SourceStateStore,
    readonly runs: SyncRunsStore,
  ) {}
}
