import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.js';
import { Identity } from './identity.js';

@Module({ imports: [StoreModule], providers: [Identity], exports: [Identity] })
export class IdentityModule {}
