import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from './audit/audit.module.js';
import type { Config } from './config/config.js';
import { configuration, inProduction, serverSecret } from './config/settings.js';
import { IssuedTokens } from './identity/issued-token.js';
import { Clock, SystemClock } from './kernel/clock.js';
import { databaseOptions } from './store/data-source.js';
import { DatabaseHealth } from './store/database-health.js';
import { StoreModule } from './store/store.module.js';
import { SyncModule } from './sync/sync.module.js';
import { Readiness } from './web/readiness.js';
import { WebModule } from './web/web.module.js';

/** What every room is given from outside: the clock and the configuration. */
@Global()
@Module({})
class OutsideModule {
  static of(config: Config, clock: Clock): DynamicModule {
    const providers = [
      { provide: Clock, useValue: clock },
      { provide: configuration, useValue: config },
      { provide: serverSecret, useValue: config.serverSecret },
      { provide: inProduction, useValue: config.production },
      { provide: IssuedTokens, useValue: new IssuedTokens(config.directories, clock) },
      {
        provide: Readiness,
        inject: [DatabaseHealth],
        useFactory: (database: DatabaseHealth): Readiness => ({ ready: () => database.answers() }),
      },
    ];
    return {
      module: OutsideModule,
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
        TypeOrmModule.forRoot({ ...databaseOptions(config.databaseUrl), retryAttempts: 3 }),
        OutsideModule.of(config, clock),
        AuditModule,
        SyncModule,
        WebModule,
      ],
    };
  }
}
