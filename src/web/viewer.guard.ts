import {
  createParamDecorator,
  Injectable,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { OperationTypeNode, type GraphQLResolveInfo } from 'graphql';
import { AppError } from '../kernel/app-error.js';
import { inAudience, type RootAudience, type Viewer } from '../kernel/viewer.js';
import { audienceKey } from './audience.js';

/** What every operation carries: who asks. */
export type RequestContext = { readonly viewer: Viewer };

/** Default deny: a root field or route that does not state its audience is refused to everybody. */
@Injectable()
export class ViewerGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const audience = this.reflector.get<RootAudience | 'PUBLIC' | undefined>(
      audienceKey,
      context.getHandler(),
    );
    if (audience === 'PUBLIC') return true;
    if (audience === undefined || context.getType<string>() !== 'graphql') throw refusal();
    if (!inAudience(viewerOf(context), audience)) throw refusal();
    if (viewerOf(context).readsOnly === true && changes(context)) throw refusal();
    return true;
  }
}

/** Whether the field is one of the schema's changes. */
function changes(context: ExecutionContext): boolean {
  const info = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
  return info.operation.operation === OperationTypeNode.MUTATION;
}

function refusal(): AppError {
  return new AppError('FORBIDDEN', 'This is not for the kind of key or token that you sent.');
}

/** The viewer, as an argument of a root field. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext) =>
  viewerOf(context),
);

function viewerOf(context: ExecutionContext): Viewer {
  return GqlExecutionContext.create(context).getContext<RequestContext>().viewer;
}
