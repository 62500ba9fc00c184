import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { ForwardingReports } from './forwarding-reports.js';
import { LineReports } from './line-reports.js';

@Module({
  imports: [StoreModule],
  providers: [ForwardingReports, LineReports],
  exports: [ForwardingReports, LineReports],
})
export class PresenceModule {}
