import { Module } from '@nestjs/common';
import { CompiledOperations } from './compiled-operations.js';

/** Compiled execution, for queries over HTTP and for whatever else is executed often. */
@Module({ providers: [CompiledOperations], exports: [CompiledOperations] })
export class CompiledModule {}
