import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { Cursors } from './cursors.js';
import { NodesView } from './nodes.view.js';
import { PeopleView } from './people.view.js';
import { RisesView } from './rises.view.js';
import { SourcesView } from './sources.view.js';

@Module({
  imports: [StoreModule],
  providers: [Cursors, NodesView, PeopleView, RisesView, SourcesView],
  exports: [NodesView, PeopleView, RisesView, SourcesView],
})
export class ViewModule {}
