import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { Identity } from './identity.js';
import { KeyMint } from './key-mint.js';
import { KeyUse } from './key-use.js';
import { KnownKeys } from './known-keys.js';

@Module({
  imports: [StoreModule],
  providers: [Identity, KeyMint, KeyUse, KnownKeys],
  exports: [Identity, KeyMint],
})
export class IdentityModule {}
