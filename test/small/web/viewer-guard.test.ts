import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { audienceKey } from '../../../src/web/audience.js';
import { ViewerGuard } from '../../../src/web/viewer.guard.js';

/** A call of a handler that states this audience, or none, over GraphQL or as a route. */
function callOf(audience: unknown, type: string): ExecutionContext {
  const handler = () => undefined;
  if (audience !== undefined) Reflect.defineMetadata(audienceKey, audience, handler);
  return { getHandler: () => handler, getType: () => type } as unknown as ExecutionContext;
}

const guard = new ViewerGuard(new Reflector());

test('what states no audience is refused to everybody, and what is public is for everybody', () => {
  for (const type of ['graphql', 'http'])
    expect(() => guard.canActivate(callOf(undefined, type))).toThrow('not for the kind');
  expect(guard.canActivate(callOf('PUBLIC', 'http'))).toBe(true);
});

test('a route is no way in for those who have an audience in the schema', () => {
  expect(() => guard.canActivate(callOf({ roles: ['OPERATOR'] }, 'http'))).toThrow(
    'not for the kind',
  );
});
