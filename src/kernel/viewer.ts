import type { MunicipalityCode, PersonId, UnitId } from './ids.js';
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
  /** Of a page in a browser, whose token anybody who looks at the page can take: it changes nothing. */
  readonly readsOnly?: true;
  /** The units, with all below them, that the viewer manages, and those where the viewer is telefonansvarig. */
  readonly managed: ReadonlySet<UnitId>;
  readonly answeredFor: ReadonlySet<UnitId>;
  /** The PROTECTED people for whom an officer has named the viewer. */
  readonly named: ReadonlySet<PersonId>;
};

/** What a viewer is to single units and people: nothing, as for every key. */
export const noRelations: Pick<Viewer, 'managed' | 'answeredFor' | 'named'> = {
  managed: new Set(),
  answeredFor: new Set(),
  named: new Set(),
};

/** Whoever sits at the machine itself, and carries out a command there. */
export const atCommandLine: Viewer = {
  roles: [],
  municipality: null,
  personId: null,
  scopes: [],
  actor: 'command',
  ...noRelations,
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
  /** Visible at every level: the viewer's own entry, and the PROTECTED people for whom an officer has named the viewer. */
  readonly known: readonly PersonId[];
  readonly findByEmail: readonly Cell[];
  readonly findByEmployeeId: readonly Cell[];
  readonly findByDirect: readonly Cell[];
  readonly findByMobile: readonly MobileCell[];
};
