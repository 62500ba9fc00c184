import { applyDecorators, SetMetadata } from '@nestjs/common';
import { Extensions } from '@nestjs/graphql';
import type { RootAudience } from '../kernel/viewer.js';
import { roles, type ApiKeyScope, type Role } from '../kernel/words.js';

/** Where the guard finds a root field's audience. */
export const audienceKey = 'audience';

/** Says who may use a root field; one without it is refused to everybody. */
export function Audience(roles: readonly Role[], scope?: ApiKeyScope) {
  const audience: RootAudience = scope === undefined ? { roles } : { roles, scope };
  return applyDecorators(SetMetadata(audienceKey, audience), Extensions({ audience }));
}

/** Says that a route is for everybody, without a key: health, and the page that asks for a key. */
export const Public = () => SetMetadata(audienceKey, 'PUBLIC');

/** Every role there is. */
export const everybody = roles;

/** Every role but the telephone system's, which looks numbers up and does not search. */
export const everybodyButPhoneSystem = roles.filter((role) => role !== 'PHONE_SYSTEM_KEY');
