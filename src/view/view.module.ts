import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { Cursors } from './cursors.js';
import { GrantsView } from './grants.view.js';
import { HeldPlansView } from './held-plans.view.js';
import { NodesView } from './nodes.view.js';
import { PeopleView } from './people.view.js';
import { RisesView } from './rises.view.js';
import { SourcesView } from './sources.view.js';
import { SyncRunsView } from './sync-runs.view.js';
import { UnitDutiesView } from './unit-duties.view.js';

@Module({
  imports: [StoreModule],
  providers: [
    Cursors,
    HeldPlansView,
    NodesView,
    PeopleView,
    RisesView,
    SourcesView,
    SyncRunsView,
    GrantsView,
    UnitDutiesView,
  ],
  exports: [
    HeldPlansView,
    NodesView,
    PeopleView,
    RisesView,
    SourcesView,
    SyncRunsView,
    GrantsView,
    UnitDutiesView,
  ],
})
export class ViewModule {}
