import { createHash, timingSafeEqual } from 'node:crypto';
import { ProtocolOperation } from 'ldapts';
import { selectAttributes, valueLookup } from './attribute-selection.js';
import { answerSearch, type SearchAnswer } from './directory-search.js';
import { nameKey, readName } from './entry-name.js';
import type { EntryTree } from './entry-tree.js';
import { matches } from './filter-match.js';
import type { BindRequest, LdapRequest, SearchRequest } from './ldap-request.js';
import { answerTag, entryMessage, resultCode, resultMessage } from './ldap-response.js';
import type { LdapResult } from './ldap-response.js';
import { PageCookies } from './page-cookies.js';
import { rootDse } from './root-dse.js';

/** What a server serves, and to whom: one account. */
export type Served = {
  readonly tree: EntryTree;
  readonly bindDn: string;
  readonly bindPassword: string;
};

const searchDone = ProtocolOperation.LDAP_RES_SEARCH;

/** The state of one connection: whether it is bound, and its half-read searches. */
export class LdapConnection {
  #bound = false;
  #cookies = new PageCookies();

  constructor(private readonly served: Served) {}

  /** The answering messages, none for an abandon; null when the connection is over. */
  answer(request: LdapRequest): readonly Buffer[] | null {
    const { messageId, operation } = request;
    switch (operation.kind) {
      case 'unbind':
        return null;
      case 'abandon':
        return [];
      case 'bind':
        return [resultMessage(messageId, ProtocolOperation.LDAP_RES_BIND, this.bind(operation))];
      case 'search':
        return this.search(request, operation);
      case 'other':
        break;
    }
    const tag = answerTag(operation.tag);
    const message = 'This directory only binds and searches.';
    const result = { code: resultCode.unwillingToPerform, message };
    return tag === null ? null : [resultMessage(messageId, tag, result)];
  }

  /** A bind that fails leaves the connection unbound, whatever it was before (RFC 4511 section 4.2.1). */
  private bind({ version, dn, password }: BindRequest): LdapResult {
    this.#bound = false;
    this.#cookies = new PageCookies();
    if (version !== 3) return { code: resultCode.protocolError, message: 'LDAP version 3 only.' };
    if (password === null) return { code: resultCode.authMethodNotSupported };
    // A name without a password would seem bound and be anonymous (RFC 4513 section 5.1.2).
    if (dn !== '' && password.length === 0) return { code: resultCode.unwillingToPerform };
    const { bindDn, bindPassword } = this.served;
    this.#bound = sameName(dn, bindDn) && sameSecret(password, Buffer.from(bindPassword));
    return { code: this.#bound ? resultCode.success : resultCode.invalidCredentials };
  }

  private search(request: LdapRequest, search: SearchRequest): readonly Buffer[] {
    const { messageId } = request;
    const end = (result: LdapResult, cookie: Buffer | null = null) =>
      resultMessage(messageId, searchDone, result, cookie);
    if (request.unknownCritical) return [end({ code: resultCode.unavailableCriticalExtension })];
    const aboutServer = search.base === '' && search.scope === 'base';
    if (!this.#bound && !aboutServer) {
      return [end({ code: resultCode.operationsError, message: 'Bind first.' })];
    }
    const answer = aboutServer
      ? this.describeServer(search)
      : answerSearch(this.served.tree, search, request.page, this.#cookies);
    const entries = answer.entries.map((entry) => {
      const selected = selectAttributes(entry, search.attributes, search.typesOnly);
      return entryMessage(messageId, entry.dn, selected);
    });
    return [...entries, end(answer.result, answer.cookie)];
  }

  private describeServer(search: SearchRequest): SearchAnswer {
    const entry = rootDse(this.served.tree.tops);
    const found = matches(search.filter, valueLookup(entry));
    return { entries: found ? [entry] : [], result: { code: resultCode.success }, cookie: null };
  }
}

function sameName(a: string, b: string): boolean {
  const [x, y] = [readName(a), readName(b)];
  return x !== null && y !== null && nameKey(x) === nameKey(y);
}

function sameSecret(a: Buffer, b: Buffer): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(secret: Buffer): Buffer {
  return createHash('sha256').update(secret).digest();
}
