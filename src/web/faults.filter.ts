import { GqlArgumentsHost } from '@nestjs/graphql';
import { bodyRefusal } from './door/json-body.js';
import { requestId } from './door/request-trace.js';
import { asAppError } from './error-format.js';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';

type Request = { readonly path: string };
type Response = { status(code: number): { json(body: unknown): void } };

/**
 * Nest's own filter writes the message and the stack of every error to the log, and both may quote a
 * person. Here each becomes what the client may know of it, and routes answer without detail.
 */
@Catch()
export class FaultsFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql')
      throw asAppError(
        error,
        GqlArgumentsHost.create(host).getInfo<{ fieldName: string }>().fieldName,
      );
    const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
    const http = host.switchToHttp();
    const response = http.getResponse<Response>().status(status);
    if (http.getRequest<Request>().path === '/graphql') return response.json(unread(error, status));
    return response.json({ status: status === 503 ? 'unavailable' : 'refused' });
  }
}

/** The answer to a GraphQL request whose body could not be read. */
function unread(error: unknown, status: number) {
  const { code, message } =
    status < 500
      ? { code: 'BAD_REQUEST', message: bodyRefusal(status) }
      : asAppError(error, 'graphql');
  return { errors: [{ message, extensions: { code, requestId: requestId() } }] };
}

/** Body parser errors carry a status; anything else is a fault of ours. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}
