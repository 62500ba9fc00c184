import { Inject, Injectable } from '@nestjs/common';
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { CloseCode } from 'graphql-ws';
import { AppError } from '../../kernel/app-error.js';
import type { KnownIdentity } from '../../identity/known-identity.js';
import { inProduction } from '../../config/settings.js';
import { Identity } from '../../identity/identity.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { Delivery } from '../../view/live.js';
import { WatchedEntries } from '../../view/live/watched-entries.js';
import { admit, refusal } from '../door/check-operation.js';
import type { AskedOperation } from '../door/cost.js';
import { Spending } from '../door/spending.js';
import { Channels } from './channels.js';
import type { LiveConnection } from './live-connection.js';
import type { Watcher } from './live.resolver.js';
import { othersAsked } from './others-asked.js';
import { readSubscription, type Wanted } from './read-subscription.js';
import { asGraphQLErrors, Refused } from './refused.js';
import { answersTo, Rendering } from './render.js';

/** The answers of one subscription, one by one. */
export type Answers = AsyncGenerator<ExecutionResult, undefined>;

/** Begins the streams that clients ask for, when they may. */
@Injectable()
export class StartStream {
  constructor(
    private readonly identity: Identity,
    private readonly entries: WatchedEntries,
    private readonly channels: Channels,
    private readonly spending: Spending,
    @Inject(inProduction) private readonly production: boolean,
  ) {}

  /** The stream as the root value of its operation, or why there is none. */
  async start(
    connection: LiveConnection,
    schema: GraphQLSchema,
    wanted: Wanted,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    if (!connection.enter())
      return [refusal('RATE_LIMITED', 'Too many subscriptions are open on this connection.', 429)];
    try {
      const { viewer } = await this.identify(connection, 0);
      const asked = readSubscription(wanted, { schema, production: this.production });
      admit(this.spending, viewer, asked);
      const eyes = () => connection.viewer ?? viewer;
      const rendering = new Rendering(this.entries, this.channels, eyes, asked);
      const watcher = {
        others: othersAsked(asked.document),
        identify: (since: number) => this.identify(connection, since),
        cut: () => connection.cut(),
      };
      const events = await begun(rendering, () => sourceOf(asked, viewer, watcher));
      const answers: Answers = answersTo(events, rendering, () => {
        rendering.end();
        connection.leave();
        connection.forget(answers);
      });
      connection.keep(answers);
      const { document, operation } = asked;
      const operationName = operation.name?.value ?? null;
      return { schema, document, operationName, rootValue: answers };
    } catch (error) {
      connection.leave();
      return asGraphQLErrors(error);
    }
  }

  /** Whose connection it is by now; one that is nobody's any more is closed. */
  private async identify(connection: LiveConnection, since: number): Promise<KnownIdentity> {
    try {
      const known = await this.identity.known(connection.shown, since);
      connection.viewer = known.viewer;
      return known;
    } catch (error) {
      if (error instanceof AppError && error.code === 'UNAUTHENTICATED')
        connection.close(CloseCode.Forbidden, 'Forbidden');
      throw error;
    }
  }
}

/** The events of a source, once the rendering has begun; without a source it ends. */
async function begun(
  rendering: Rendering,
  source: () => Promise<AsyncIterator<Delivery>>,
): Promise<AsyncIterator<Delivery>> {
  try {
    await rendering.begin();
    return await source();
  } catch (error) {
    rendering.end();
    throw error;
  }
}

/** Asks the resolver of the field, with its guard, for its events. */
async function sourceOf(
  { schema, document, operation, variables }: AskedOperation,
  viewer: Viewer,
  watcher: Watcher,
): Promise<AsyncIterator<Delivery>> {
  const source = await createSourceEventStream({
    schema,
    document,
    operationName: operation.name?.value ?? null,
    variableValues: variables,
    contextValue: { viewer, watcher },
  });
  if (!(Symbol.asyncIterator in source)) throw new Refused(source.errors ?? []);
  return (source as AsyncIterable<Delivery>)[Symbol.asyncIterator]();
}
