import { isatty } from 'node:tty';
import { ConsoleLogger } from '@nestjs/common';

/** Contexts in which the framework tells how it starts; nobody acts on those lines. */
const chatter = [
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'GraphQLModule',
  'NestApplication',
];

/** One line for each thing that a technician can act on; colours on a terminal only. */
export class TechnicianLog extends ConsoleLogger {
  constructor() {
    super({ logLevels: ['log', 'warn', 'error', 'fatal'], colors: isatty(1) });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (!chatter.includes(String(rest.at(-1)))) super.log(message, ...rest);
  }
}
