import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import type { Config } from './config/config.js';
import { SystemClock, type Clock } from './kernel/clock.js';
import { OutsideModule } from './outside.module.js';
import { DatabaseHealth } from './store/database-health.js';
import { StoreModule } from './store/store.module.js';
import { SyncModule } from './sync/sync.module.js';
import { Readiness } from './web/readiness.js';
import { WebModule } from './web/web.module.js';

/** Whether the program is ready to serve is what its database says. */
@Global()
@Module({
  imports: [StoreModule],
  providers: [
    {
      provide: Readiness,
      inject: [DatabaseHealth],
      useFactory: (database: DatabaseHealth): Readiness => ({ ready: () => database.answers() }),
    },
  ],
  exports: [Readiness],
})
class ReadinessModule {}

/** The only file that knows every room. */
@Module({})
export class AppModule {
  /** The whole program for one configuration; tests give a clock of their own. */
  static of(config: Config, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        OutsideModule.of(config, clock),
        ReadinessModule,
        AuditModule,
        SyncModule,
        WebModule,
      ],
    };
  }
}
