import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { DropMonth } from './drop-month.js';
import { RecordReads } from './record-reads.js';
import { SealRows } from './seal-rows.js';
import { VerifySeals } from './verify-seals.js';

@Module({
  imports: [StoreModule],
  providers: [DropMonth, RecordReads, SealRows, VerifySeals],
  exports: [RecordReads],
})
export class AuditModule {}
