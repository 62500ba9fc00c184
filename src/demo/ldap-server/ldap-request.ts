import { Ber, PagedResultsControl, ProtocolOperation } from 'ldapts';
import {
  elementsOf,
  expectElement,
  integerOf,
  MalformedMessage,
  messageTag,
  type BerElement,
} from './ber-element.js';
import { readFilter, type FilterNode } from './search-filter.js';

/** What the paged-results control asks for (RFC 2696): entries a page, and where to go on. */
export type PageRequest = { readonly size: number; readonly cookie: Buffer };

export type BindRequest = {
  readonly kind: 'bind';
  readonly version: number;
  readonly dn: string;
  /** Null when another method than simple is asked for. */
  readonly password: Buffer | null;
};

export type SearchRequest = {
  readonly kind: 'search';
  readonly base: string;
  readonly scope: 'base' | 'one' | 'sub' | 'children';
  /** 0 is no limit of the client's. */
  readonly sizeLimit: number;
  readonly typesOnly: boolean;
  readonly filter: FilterNode;
  /** In lower case, as asked. */
  readonly attributes: readonly string[];
};

/** A request, with what its controls say (RFC 4511 section 4.1.1). */
export type LdapRequest = {
  readonly messageId: number;
  readonly page: PageRequest | null;
  /** There is a control that is not known here and must not be ignored. */
  readonly unknownCritical: boolean;
  readonly operation:
    | BindRequest
    | SearchRequest
    | { readonly kind: 'unbind' | 'abandon' }
    | { readonly kind: 'other'; readonly tag: number };
};

const sequence = Ber.Sequence | Ber.Constructor;
const scopes = ['base', 'one', 'sub', 'children'] as const;

/** Reads one LDAP message from its element. Throws `MalformedMessage`. */
export function readRequest(message: BerElement): LdapRequest {
  if (message.tag !== messageTag) throw new MalformedMessage('not a message');
  const elements = elementsOf(message.content);
  const messageId = integerOf(expectElement(elements, 0, Ber.Integer));
  const operation = elements[1];
  if (operation === undefined || messageId < 1) throw new MalformedMessage('not a request');
  const wrapped = elements.find(({ tag }) => tag === ProtocolOperation.LDAP_CONTROLS);
  const controls = wrapped === undefined ? [] : elementsOf(wrapped.content).map(readControl);
  const paged = controls.find((control) => control.type === PagedResultsControl.type);
  return {
    messageId,
    page: paged === undefined ? null : readPage(paged.value),
    unknownCritical: controls.some(
      (control) => control.critical && control.type !== PagedResultsControl.type,
    ),
    operation: readOperation(operation),
  };
}

function readOperation({ tag, content }: BerElement): LdapRequest['operation'] {
  switch (tag) {
    case ProtocolOperation.LDAP_REQ_BIND:
      return readBind(elementsOf(content));
    case ProtocolOperation.LDAP_REQ_SEARCH:
      return readSearch(elementsOf(content));
    case ProtocolOperation.LDAP_REQ_UNBIND:
      return { kind: 'unbind' };
    case ProtocolOperation.LDAP_REQ_ABANDON:
      return { kind: 'abandon' };
    default:
      return { kind: 'other', tag };
  }
}

function readBind(elements: readonly BerElement[]): BindRequest {
  const authentication = elements[2];
  if (authentication === undefined) throw new MalformedMessage('a bind without authentication');
  return {
    kind: 'bind',
    version: integerOf(expectElement(elements, 0, Ber.Integer)),
    dn: expectElement(elements, 1, Ber.OctetString).content.toString('utf8'),
    password: authentication.tag === Ber.Context ? authentication.content : null,
  };
}

function readSearch(elements: readonly BerElement[]): SearchRequest {
  const scope = scopes[integerOf(expectElement(elements, 1, Ber.Enumeration))];
  const filter = elements[6];
  if (scope === undefined || filter === undefined) throw new MalformedMessage('a broken search');
  const attributes = elementsOf(expectElement(elements, 7, sequence).content);
  return {
    kind: 'search',
    base: expectElement(elements, 0, Ber.OctetString).content.toString('utf8'),
    scope,
    sizeLimit: Math.max(0, integerOf(expectElement(elements, 3, Ber.Integer))),
    typesOnly: integerOf(expectElement(elements, 5, Ber.Boolean)) !== 0,
    filter: readFilter(filter),
    attributes: attributes.map(({ content }) => content.toString('utf8').toLowerCase()),
  };
}

function readControl({ content }: BerElement) {
  const elements = elementsOf(content);
  const critical = elements.find(({ tag }) => tag === Ber.Boolean);
  return {
    type: expectElement(elements, 0, Ber.OctetString).content.toString('latin1'),
    critical: critical !== undefined && integerOf(critical) !== 0,
    value: elements.slice(1).find(({ tag }) => tag === Ber.OctetString)?.content ?? null,
  };
}

function readPage(value: Buffer | null): PageRequest {
  const [wrapped] = elementsOf(value ?? Buffer.alloc(0));
  const elements = elementsOf(wrapped?.content ?? Buffer.alloc(0));
  return {
    size: Math.max(0, integerOf(expectElement(elements, 0, Ber.Integer))),
    cookie: expectElement(elements, 1, Ber.OctetString).content,
  };
}
