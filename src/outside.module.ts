import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from './config/config.js';
import { configuration, inProduction, serverSecret } from './config/settings.js';
import { IssuedTokens } from './identity/issued-token.js';
import { Clock } from './kernel/clock.js';
import { databaseOptions } from './store/data-source.js';

/** What every room is given from outside: the clock, the configuration, whose tokens are believed, and the database. */
@Global()
@Module({})
export class OutsideModule {
  static of(config: Config, clock: Clock): DynamicModule {
    const providers = [
      { provide: Clock, useValue: clock },
      { provide: configuration, useValue: config },
      { provide: serverSecret, useValue: config.serverSecret },
      { provide: inProduction, useValue: config.production },
      { provide: IssuedTokens, useValue: new IssuedTokens(config.directories, clock) },
    ];
    return {
      module: OutsideModule,
      imports: [
        TypeOrmModule.forRoot({ ...databaseOptions(config.databaseUrl), retryAttempts: 3 }),
      ],
      providers,
      exports: providers.map((provider) => provider.provide),
    };
  }
}
