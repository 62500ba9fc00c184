/** Ids as this program holds them: UUIDs, branded so that one kind is never taken for another. */
export type PersonId = string & { readonly __id: 'PERSON' };
export type UnitId = string & { readonly __id: 'UNIT' };
export type MunicipalityId = string & { readonly __id: 'MUNICIPALITY' };
export type AbsenceId = string & { readonly __id: 'ABSENCE' };
export type ForwardingId = string & { readonly __id: 'FORWARDING' };
/** A contact request is no node: only the officers' list has it. */
export type ContactRequestId = string & { readonly __id: 'CONTACT_REQUEST' };
export type SyncRunId = string & { readonly __id: 'SYNC_RUN' };
export type ApiKeyId = string & { readonly __id: 'API_KEY' };

/** An id that nobody has, to look up where there is none: to look nothing up would take less time, and tell. */
export const nobody = '00000000-0000-0000-0000-000000000000' as PersonId;

/** SCB's four-digit code of a municipality, such as 1861. */
export type MunicipalityCode = string & { readonly __id: 'MUNICIPALITY_CODE' };

/** The id of each kind of object. */
export type IdOf = {
  readonly MUNICIPALITY: MunicipalityId;
  readonly UNIT: UnitId;
  readonly PERSON: PersonId;
  readonly ABSENCE: AbsenceId;
  readonly FORWARDING: ForwardingId;
  readonly SYNC_RUN: SyncRunId;
  readonly API_KEY: ApiKeyId;
};

/** The kinds of objects that have a global id. */
export type NodeKind = keyof IdOf;

const kindBytes: Readonly<Record<NodeKind, number>> = {
  MUNICIPALITY: 1,
  UNIT: 2,
  PERSON: 3,
  ABSENCE: 4,
  FORWARDING: 5,
  SYNC_RUN: 6,
  API_KEY: 7,
};

/** What a global id names; the kind narrows the id. */
export type NodeRef = {
  readonly [K in NodeKind]: { readonly kind: K; readonly id: IdOf[K] };
}[NodeKind];

/** The global id of an object: base64url of a kind byte and the 16 random bytes of its UUID, 23 characters. */
export function globalId(kind: NodeKind, uuid: string): string {
  idBytes[0] = kindBytes[kind];
  idBytes.write(uuid.replaceAll('-', ''), 1, 'hex');
  return idBytes.toString('base64url');
}

/** Where each id is put together: a page has some hundred of them. */
const idBytes = Buffer.alloc(17);

/** Reads a global id, or null when the text is none. It says nothing about whether the object exists. */
export function parseGlobalId(text: string): NodeRef | null {
  if (!/^[A-Za-z0-9_-]{23}$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  const kind = (Object.keys(kindBytes) as NodeKind[]).find((name) => kindBytes[name] === bytes[0]);
  if (kind === undefined || bytes.toString('base64url') !== text) return null;
  const hex = bytes.subarray(1).toString('hex');
  const uuid = [0, 8, 12, 16, 20].map((at, i, all) => hex.slice(at, all[i + 1] ?? 32)).join('-');
  return { kind, id: uuid } as NodeRef;
}
