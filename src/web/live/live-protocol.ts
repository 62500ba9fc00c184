import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { ExecutionArgs, GraphQLError } from 'graphql';
import { CloseCode, makeServer, type ConnectionInitMessage, type Server } from 'graphql-ws';
import { Identity } from '../../identity/identity.js';
import { refusal } from '../door/check-operation.js';
import { asAppError } from '../error-format.js';
import type { LiveConnection } from './live-connection.js';
import { LiveConnections } from './live-connections.js';
import { toldErrors } from './refused.js';
import { StartStream, type Answers } from './start-stream.js';

const initMilliseconds = 3_000;
/** An id comes back with every event. */
const maxIdLength = 100;
/** WebSocket's own code for what may be tried again. */
const tryAgainLater = 1013;

type Init = ConnectionInitMessage['payload'];

/** What is said over a connection, by the protocol graphql-transport-ws. */
@Injectable()
export class LiveProtocol {
  constructor(
    private readonly schemaHost: GraphQLSchemaHost,
    private readonly identity: Identity,
    private readonly connections: LiveConnections,
    private readonly streams: StartStream,
  ) {}

  /** The protocol for the schema as it is now: made once, when the program has begun. */
  server(): Server<LiveConnection> {
    const { schema } = this.schemaHost;
    return makeServer<Init, LiveConnection>({
      connectionInitWaitTimeout: initMilliseconds,
      onConnect: ({ extra, connectionParams }) => this.#admit(extra, connectionParams),
      onSubscribe: async ({ extra }, id, payload) => {
        if (id.length <= maxIdLength) return this.streams.start(extra, schema, payload);
        extra.close(CloseCode.BadRequest, 'Invalid message received');
        return [refusal('BAD_USER_INPUT', 'The id is too long.', 400)];
      },
      // What was begun, checked and put under its limits is handed through.
      subscribe: ({ rootValue }: ExecutionArgs) => rootValue as Answers,
      onError: (_context, _id, _payload, errors: readonly GraphQLError[]) => toldErrors(errors),
    });
  }

  /** Whether whoever shows this may speak; without a hint why not. */
  async #admit(connection: LiveConnection, init: Init): Promise<boolean> {
    this.connections.speaks(connection);
    const { shown } = connection;
    connection.shown = { ...shown, authorization: told(shown.authorization, init) };
    try {
      const viewer = await this.identity.viewer(connection.shown);
      if (!connection.isOpen) return false;
      if (this.connections.name(connection, viewer)) return true;
      connection.close(CloseCode.TooManyInitialisationRequests, 'Too many connections');
    } catch (error) {
      if (asAppError(error, 'live').code !== 'UNAUTHENTICATED')
        connection.close(tryAgainLater, 'Try again later');
    }
    return false;
  }
}

/** What the client showed: in its first message, or in the header before. Of two that differ, none. */
function told(header: string | undefined, init: Init): string | undefined {
  if (init?.['authorization'] === undefined) return header;
  const { authorization } = init;
  if (typeof authorization !== 'string') return undefined;
  return header === undefined || header === authorization ? authorization : undefined;
}
