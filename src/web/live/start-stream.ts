import { Inject, Injectable } from '@nestjs/common';
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { inProduction } from '../../config/settings.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { LiveEvent } from '../../view/live.js';
import { PeopleView } from '../../view/people.view.js';
import { admit, refusal } from '../door/check-operation.js';
import type { AskedOperation } from '../door/cost.js';
import { Spending } from '../door/spending.js';
import type { LiveConnection } from './live-connection.js';
import { readSubscription, type Wanted } from './read-subscription.js';
import { asGraphQLErrors, Refused } from './refused.js';
import { answersTo, Rendering } from './render.js';

/** The answers of one subscription, one by one. */
export type Answers = AsyncGenerator<ExecutionResult, undefined>;

/** Begins the streams that clients ask for, when they may. */
@Injectable()
export class StartStream {
  constructor(
    private readonly people: PeopleView,
    private readonly spending: Spending,
    @Inject(inProduction) private readonly production: boolean,
  ) {}

  /** The stream as the root value of its operation, or why there is none. */
  async start(
    connection: LiveConnection,
    schema: GraphQLSchema,
    wanted: Wanted,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const { viewer } = connection;
    if (viewer === null || !connection.enter())
      return [refusal('RATE_LIMITED', 'Too many subscriptions are open on this connection.', 429)];
    try {
      const asked = readSubscription(wanted, { schema, production: this.production });
      admit(this.spending, viewer, asked);
      const events = await sourceOf(asked, viewer);
      const rendering = new Rendering(this.people, viewer, asked);
      const answers: Answers = answersTo(events, rendering, () => {
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
}

/** Asks the resolver of the field, with its guard, for its events. */
async function sourceOf(
  { schema, document, operation, variables }: AskedOperation,
  viewer: Viewer,
): Promise<AsyncIterator<LiveEvent>> {
  const source = await createSourceEventStream({
    schema,
    document,
    operationName: operation.name?.value ?? null,
    variableValues: variables,
    contextValue: { viewer },
  });
  if (!(Symbol.asyncIterator in source)) throw new Refused(source.errors ?? []);
  return (source as AsyncIterable<LiveEvent>)[Symbol.asyncIterator]();
}
