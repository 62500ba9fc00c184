// Written by npm run client-types from schema.graphql and documents.ts; not by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What a viewer is. */
export type Role =
  /** Auditor of a municipality (granskare): who did and who read what. */
  | 'AUDITOR'
  /** Employee of a municipality. */
  | 'EMPLOYEE'
  /** Another system. */
  | 'INTEGRATION_KEY'
  /** A municipality's intranet. */
  | 'INTRANET_KEY'
  /** Confidentiality officer of a municipality. */
  | 'OFFICER'
  /** Switchboard operator. */
  | 'OPERATOR'
  /** The telephone system. */
  | 'PHONE_SYSTEM_KEY'
  /** System technician. */
  | 'TECHNICIAN';

export type WhoAmIQueryVariables = Exact<{ [key: string]: never }>;

export type WhoAmIQuery = {
  readonly viewer: {
    readonly roles: ReadonlyArray<Role>;
    readonly municipalities: ReadonlyArray<{ readonly code: string; readonly name: string }>;
    readonly person: { readonly id: string; readonly displayName: string } | null;
  } | null;
};
