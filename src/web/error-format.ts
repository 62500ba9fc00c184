import { unwrapResolverError } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AppError } from '../kernel/app-error.js';
import { faultCode, faultName } from '../kernel/fault.js';

const log = new Logger('web');

/** Apollo's own codes for faulty requests; their messages are about the request, not about us. */
const requestFaults = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'UNAUTHENTICATED',
];
const lostConnection = ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '08006', '08001'];

/** What a client is told of an error: a code and a sentence. An internal fault shows nothing of itself. */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof AppError) return told(formatted, cause.code, cause.message);
  const code = faultCode(formatted.extensions) ?? '';
  if (requestFaults.includes(code) && cause instanceof GraphQLError)
    return told(formatted, code, formatted.message.replace(/^Context creation failed: /, ''));
  const lost = lostConnection.includes(faultCode(cause) ?? '');
  // The message may quote a person: only names and codes are logged.
  log.error(`web.fault path=${formatted.path?.join('.') ?? '-'} cause=${faultName(cause)}`);
  return lost
    ? told(formatted, 'DEPENDENCY_UNAVAILABLE', 'The database does not answer. Try again soon.')
    : told(formatted, 'INTERNAL', 'Something went wrong here. It has been logged.');
}

/** An AppError as Apollo expects it while a request is being identified. */
export function asHttpError(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  const status = error.code === 'UNAUTHENTICATED' ? 401 : 500;
  return new GraphQLError(error.message, { extensions: { code: error.code, http: { status } } });
}

function told(
  { locations, path }: GraphQLFormattedError,
  code: string,
  message: string,
): GraphQLFormattedError {
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: { code } };
}
