import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { Cursors } from './cursors.js';
import { NodesView } from './nodes.view.js';
import { PeopleView } from './people.view.js';

@Module({
  imports: [StoreModule],
  providers: [Cursors, NodesView, PeopleView],
  exports: [NodesView, PeopleView],
})
export class ViewModule {}
