import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { ConfigError, type Config } from './config/config.js';
import type { Clock } from './kernel/clock.js';
import { migrate, pendingMigrations } from './store/migrate.js';
import { MunicipalitiesStore } from './store/municipalities.store.js';
import { allowBrowserTokens } from './web/door/browser-origins.js';
import { jsonBody } from './web/door/json-body.js';
import { traceRequest } from './web/door/request-trace.js';
import { TechnicianLog } from './technician-log.js';

/** How long a client may take to send a request; Node's own five minutes would keep sockets for the slow. */
const requestMilliseconds = 30_000;

/** Migrates, wires the rooms and listens. The caller closes what it gets; syncs are not started here. */
export async function startApp(config: Config, clock?: Clock): Promise<NestExpressApplication> {
  if (config.databaseOwnerUrl !== null) {
    await migrate(
      config.databaseOwnerUrl,
      decodeURIComponent(new URL(config.databaseUrl).username),
    );
  }
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(config, clock), {
    logger: new TechnicianLog(),
    abortOnError: false,
    bodyParser: false,
  });
  const pending = await pendingMigrations(app.get(DataSource));
  if (pending.length > 0) {
    await app.close();
    throw new ConfigError(
      `The database lacks ${pending.length} migration(s): set DATABASE_OWNER_URL for one start.`,
    );
  }
  await app.get(MunicipalitiesStore).configure(config.directories.municipalities);
  app.disable('x-powered-by');
  // A tag made from the body would tell that an answer has changed without telling how.
  app.disable('etag');
  app.use(traceRequest);
  app.use('/graphql', allowBrowserTokens);
  app.useBodyParser('json', jsonBody);
  app.getHttpServer().requestTimeout = requestMilliseconds;
  await app.listen(config.port, config.host);
  return app;
}
