import type { MunicipalityCode, PersonId } from './ids.js';
import type { ApiKeyScope, NumberAudience, ProtectionLevel, Role } from './words.js';

/** Who is asking, whatever they signed in with. */
export type Viewer = {
  readonly roles: readonly Role[];
  /** The municipality that the identity belongs to; null for those who serve all of them. */
  readonly municipality: MunicipalityCode | null;
  /** The viewer's own entry, if the viewer is a person with one. */
  readonly personId: PersonId | null;
  readonly scopes: readonly ApiKeyScope[];
  /** Names the identity for records of who did what, and tells two people apart: `key:` and its public id, or `token:` and a digest of issuer and subject. */
  readonly actor: string;
};

/** Who may use a root field: one of the roles and, if named, the scope too. */
export type RootAudience = { readonly roles: readonly Role[]; readonly scope?: ApiKeyScope };

/** Whether the viewer belongs to a root field's audience. */
export function inAudience(viewer: Viewer, audience: RootAudience): boolean {
  const scoped = audience.scope === undefined || viewer.scopes.includes(audience.scope);
  return scoped && viewer.roles.some((role) => audience.roles.includes(role));
}

/** The people of one municipality at one level, as the store's SQL compares them. */
export type Cell = `${ProtectionLevel}:${string}` | `${ProtectionLevel}:${string}:LEFT`;

/** The mobile numbers with one audience of the people in one cell. */
export type MobileCell = `${NumberAudience}:${Cell}`;

/**
 * What may leave the database for a viewer: plain lists that the store's SQL applies, so that hidden
 * rows never come out and hidden fields never decide what is found.
 */
export type Reach = {
  readonly people: readonly Cell[];
  /** Visible at every level: the viewer's own entry. */
  readonly self: PersonId | null;
  readonly findByEmail: readonly Cell[];
  readonly findByEmployeeId: readonly Cell[];
  readonly findByDirect: readonly Cell[];
  readonly findByMobile: readonly MobileCell[];
};
