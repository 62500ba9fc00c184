import type { SearchRequest } from '../../../src/demo/ldap-server/ldap-request.js';

type OnConnection = {
  /** From 1, in the order in which they came. */
  readonly connection: number;
  /** Null before a bind, and after an anonymous one. */
  readonly boundAs: string | null;
};

export type BindAsked = OnConnection & {
  readonly kind: 'bind';
  readonly dn: string;
  /** Null when another method than simple was asked for. */
  readonly password: string | null;
};

export type SearchAsked = OnConnection & {
  readonly kind: 'search';
  /** Searches of this connection and pages of this search, each from 1. */
  readonly search: number;
  readonly page: number;
  /** Null without a paging control. */
  readonly pageSize: number | null;
  readonly cookie: Buffer;
  readonly base: string;
  readonly scope: SearchRequest['scope'];
  /** As a text, with the names of attributes in lower case. */
  readonly filter: string;
  /** In lower case. */
  readonly attributes: readonly string[];
  readonly sizeLimit: number;
};

/** A search of the entry without a name; it is not counted among the searches. */
export type RootDseAsked = OnConnection & {
  readonly kind: 'rootDse';
  readonly attributes: readonly string[];
};

export type StartTlsAsked = OnConnection & { readonly kind: 'startTls' };

/** `malformed` is what is no LDAP request: its connection ends. */
export type OtherAsked = OnConnection & {
  readonly kind: 'unbind' | 'abandon' | 'other' | 'malformed';
};

/** One request as it was seen. */
export type Asked = BindAsked | SearchAsked | RootDseAsked | StartTlsAsked | OtherAsked;
