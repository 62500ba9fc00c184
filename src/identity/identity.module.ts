import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { Identity } from './identity.js';
import { KeyMint } from './key-mint.js';
import { KeyUse } from './key-use.js';
import { RequestDigest } from './request-digest.js';
import { KnownKeys } from './known-keys.js';

@Module({
  imports: [StoreModule],
  providers: [Identity, KeyMint, KeyUse, KnownKeys, RequestDigest],
  exports: [Identity, KeyMint, RequestDigest],
})
export class IdentityModule {}
