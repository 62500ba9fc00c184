import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { Identity } from './identity.js';
import { KeyMint } from './key-mint.js';
import { KeyUse } from './key-use.js';

@Module({
  imports: [StoreModule],
  providers: [Identity, KeyMint, KeyUse],
  exports: [Identity, KeyMint],
})
export class IdentityModule {}
