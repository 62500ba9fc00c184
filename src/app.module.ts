import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import type { Config } from './config/config.js';
import { IssuedTokens } from './identity/issued-token.js';
import { Clock, SystemClock } from './kernel/clock.js';
import { OutsideModule } from './outside.module.js';
import { DatabaseHealth } from './store/database-health.js';
import { StoreModule } from './store/store.module.js';
import { SyncModule } from './sync/sync.module.js';
import { Readiness } from './web/readiness.js';
import { WebModule } from './web/web.module.js';

/** What the rooms that serve are given beside that. */
@Global()
@Module({})
class ServingModule {
  static of(config: Config, clock: Clock): DynamicModule {
    const providers = [
      { provide: IssuedTokens, useValue: new IssuedTokens(config.directories, clock) },
      {
        provide: Readiness,
        inject: [DatabaseHealth],
        useFactory: (database: DatabaseHealth): Readiness => ({ ready: () => database.answers() }),
      },
    ];
    return {
      module: ServingModule,
      imports: [StoreModule],
      providers,
      exports: providers.map((provider) => provider.provide),
    };
  }
}

/** The only file that knows every room. */
@Module({})
export class AppModule {
  /** The whole program for one configuration; tests give a clock of their own. */
  static of(config: Config, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        OutsideModule.of(config, clock),
        ServingModule.of(config, clock),
        AuditModule,
        SyncModule,
        WebModule,
      ],
    };
  }
}
