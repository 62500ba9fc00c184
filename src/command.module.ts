import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import { ChangesModule } from './changes/changes.module.js';
import type { Config } from './config/config.js';
import { SystemClock } from './kernel/clock.js';
import { OutsideModule } from './outside.module.js';
import { SyncModule } from './sync/sync.module.js';
import { ViewModule } from './view/view.module.js';

/** The rooms that commands work in. Nobody is served: to load what serves would take half as long again. */
@Module({})
export class CommandModule {
  static of(config: Config): DynamicModule {
    return {
      module: CommandModule,
      imports: [
        OutsideModule.of(config, new SystemClock()),
        AuditModule,
        SyncModule,
        ViewModule,
        ChangesModule,
      ],
    };
  }
}
