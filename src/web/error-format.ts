import { unwrapResolverError } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AppError, errorCodes, type AppErrorCode } from '../kernel/app-error.js';
import { faultCode, faultName } from '../kernel/fault.js';
import { requestId } from './door/request-trace.js';

const log = new Logger('web');

/** Codes that are already fit for the client when a GraphQL error brings them. */
const told: readonly string[] = errorCodes;
/** What graphql-js says of an argument that a variable filled wrongly, which validation could not know. */
const faultyArgument = /^Argument "[^"]*" (of|has) /;
/** Sockets that broke, and PostgreSQL that is starting, stopping or gone (SQLSTATE classes 08 and 57P). */
const lostCode = /^(ECONN|ETIMEDOUT|EPIPE|08|57P)/;
const lostMessage = /^Connection terminated|^timeout exceeded when trying to connect/;
const httpStatus: Readonly<Partial<Record<AppErrorCode, number>>> = {
  UNAUTHENTICATED: 401,
  DEPENDENCY_UNAVAILABLE: 503,
};

/** What a client is told of an error: a code and a sentence. An internal fault shows nothing of itself. */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const code = faultCode(formatted.extensions) ?? '';
  if (cause instanceof GraphQLError && told.includes(code))
    return answer(formatted, code, formatted.message.replace(/^Context creation failed: /, ''));
  if (cause instanceof GraphQLError && faultyArgument.test(cause.message))
    return answer(formatted, 'BAD_USER_INPUT', cause.message);
  const known = asAppError(cause, formatted.path?.join('.') ?? '-');
  return answer(formatted, known.code, known.message);
}

/** An error from before the request was parsed, as Apollo expects it. */
export function asHttpError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const { code, message } = asAppError(error, 'identity');
  const status = httpStatus[code] ?? 500;
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}

/** The error as the client may know it. What is not ours is logged by name and code: its message may quote a person. */
export function asAppError(cause: unknown, where: string): AppError {
  if (cause instanceof AppError) return cause;
  log.error(`web.fault at=${where} cause=${faultName(cause)} request=${requestId() ?? '-'}`);
  return isLostConnection(cause)
    ? new AppError('DEPENDENCY_UNAVAILABLE', 'The database does not answer. Try again soon.')
    : new AppError('INTERNAL', 'Something went wrong here. It has been logged.');
}

function isLostConnection(cause: unknown): boolean {
  const { message = '' } = Object(cause) as Partial<Error>;
  return lostCode.test(faultCode(cause) ?? '') || lostMessage.test(message);
}

function answer(
  { locations, path }: GraphQLFormattedError,
  code: string,
  message: string,
): GraphQLFormattedError {
  const extensions = { code, requestId: requestId() };
  return { message, ...(locations && { locations }), ...(path && { path }), extensions };
}
