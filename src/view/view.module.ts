import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { ContactRequestsView } from './contact-requests.view.js';
import { Cursors } from './cursors.js';
import { HeldPlansView } from './held-plans.view.js';
import { LoweringsView } from './lowerings.view.js';
import { NodesView } from './nodes.view.js';
import { PeopleView } from './people.view.js';
import { RevealNumbers } from './reveal-numbers.js';
import { RisesView } from './rises.view.js';
import { SourcesView } from './sources.view.js';
import { SyncRunsView } from './sync-runs.view.js';

const views = [
  ContactRequestsView,
  HeldPlansView,
  LoweringsView,
  NodesView,
  PeopleView,
  RevealNumbers,
  RisesView,
  SourcesView,
  SyncRunsView,
];

@Module({ imports: [StoreModule], providers: [Cursors, ...views], exports: views })
export class ViewModule {}
