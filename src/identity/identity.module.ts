import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { BrowserTokens } from './browser-tokens.js';
import { Identity } from './identity.js';
import { KeyMint } from './key-mint.js';
import { KeyUse } from './key-use.js';
import { RequestDigest } from './request-digest.js';
import { KnownKeys } from './known-keys.js';
import { SignIn } from './sign-in.js';

@Module({
  imports: [StoreModule],
  providers: [BrowserTokens, Identity, KeyMint, KeyUse, KnownKeys, RequestDigest, SignIn],
  exports: [BrowserTokens, Identity, KeyMint, RequestDigest, SignIn],
})
export class IdentityModule {}
