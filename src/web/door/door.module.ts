import { Module } from '@nestjs/common';
import { Spending } from './spending.js';

/** What stands before the resolvers and is asked by them too. */
@Module({ providers: [Spending], exports: [Spending] })
export class DoorModule {}
