import { ProtocolOperation } from 'ldapts';
import { elementsOf, type BerElement } from '../../../src/demo/ldap-server/ber-element.js';
import {
  readRequest,
  type BindRequest,
  type LdapRequest,
  type SearchRequest,
} from '../../../src/demo/ldap-server/ldap-request.js';
import { answerTag, resultCode } from '../../../src/demo/ldap-server/ldap-response.js';
import { encode, onlyResult, type UsualAnswer } from './answer.js';
import type { Asked, SearchAsked } from './asked.js';
import { asUsual, type Behaviour } from './behaviour.js';
import { filterText } from './filter-text.js';
import { PagedSearches } from './paged-searches.js';
import type { Served } from './served.js';
import { usualPage, usualRootDse } from './usual-search.js';
import { usualBind } from './usual-bind.js';
import type { Step } from './wire.js';

/** What is sent, and whether TLS begins after it. */
export type Reply = { readonly steps: readonly Step[]; readonly startTls: boolean };

const startTlsName = '1.3.6.1.4.1.1466.20037';

/** What is said on one connection: who is bound, and which searches are half read. */
export class Conversation {
  #boundAs: string | null = null;
  readonly #searches = new PagedSearches();

  constructor(
    private readonly connection: number,
    private readonly canStartTls: boolean,
    private readonly served: () => Served,
    private readonly record: (asked: Asked) => void,
  ) {}

  /** The reply to a message; null when it says goodbye. Throws `MalformedMessage`. */
  reply(message: BerElement): Reply | null {
    const request = readRequest(message);
    const { operation } = request;
    switch (operation.kind) {
      case 'bind':
        return this.bind(request, operation);
      case 'search':
        return operation.base === '' && operation.scope === 'base'
          ? this.rootDse(request, operation)
          : this.search(request, operation);
      case 'unbind':
      case 'abandon':
        this.record({ kind: operation.kind, ...this.here() });
        return operation.kind === 'unbind' ? null : { steps: [], startTls: false };
      case 'other':
        break;
    }
    if (isStartTls(message)) return this.startTls(request);
    this.record({ kind: 'other', ...this.here() });
    const refused = onlyResult({ code: resultCode.unwillingToPerform });
    return say(request, answerTag(operation.tag) ?? operation.tag, refused).reply;
  }

  private here() {
    return { connection: this.connection, boundAs: this.#boundAs };
  }

  private bind(request: LdapRequest, operation: BindRequest): Reply {
    const { dn, password } = operation;
    const text = password?.toString('utf8') ?? null;
    const asked = { kind: 'bind', ...this.here(), dn, password: text } as const;
    this.record(asked);
    const served = this.served();
    const usual = onlyResult(usualBind(served, operation));
    const tag = ProtocolOperation.LDAP_RES_BIND;
    const { reply, code } = say(request, tag, usual, served.script.bind?.(asked));
    this.#boundAs = code === resultCode.success && text ? dn : null;
    return reply;
  }

  private search(request: LdapRequest, operation: SearchRequest): Reply {
    const served = this.served();
    const cookie = request.page?.cookie ?? Buffer.alloc(0);
    const key = JSON.stringify({ ...operation, attributes: [] });
    const place = this.#searches.place(key, cookie);
    const { search, page } = place;
    const { base, scope, filter, attributes, sizeLimit } = operation;
    const asked: SearchAsked = {
      kind: 'search',
      ...this.here(),
      search,
      page,
      pageSize: request.page?.size ?? null,
      cookie,
      base,
      scope,
      filter: filterText(filter),
      attributes,
      sizeLimit,
    };
    this.record(asked);
    const behaviour = served.script.search?.(asked);
    const from = { place, searches: this.#searches, bound: this.#boundAs !== null };
    const usual = usualPage(served, request, operation, from);
    return say(request, ProtocolOperation.LDAP_RES_SEARCH, usual, behaviour).reply;
  }

  private rootDse(request: LdapRequest, operation: SearchRequest): Reply {
    const { attributes } = operation;
    const asked = { kind: 'rootDse', ...this.here(), attributes } as const;
    this.record(asked);
    const { script, rootDse } = this.served();
    const usual = usualRootDse(rootDse, operation);
    return say(request, ProtocolOperation.LDAP_RES_SEARCH, usual, script.rootDse?.(asked)).reply;
  }

  private startTls(request: LdapRequest): Reply {
    const asked = { kind: 'startTls', ...this.here() } as const;
    this.record(asked);
    const behaviour = this.served().script.startTls?.(asked);
    const able = this.canStartTls ? resultCode.success : resultCode.protocolError;
    const usual = onlyResult({ code: able });
    const tag = ProtocolOperation.LDAP_RES_EXTENSION;
    const { reply, code } = say(request, tag, usual, behaviour);
    return { ...reply, startTls: this.canStartTls && code === resultCode.success };
  }
}

/** What the behaviour makes of the usual answer, and the code that it ends with. */
function say(
  { messageId }: LdapRequest,
  tag: number,
  usual: UsualAnswer,
  behaviour: Behaviour = asUsual,
): { readonly reply: Reply; readonly code: number } {
  const answer = behaviour.answer?.(usual) ?? usual;
  const messages = encode(messageId, tag, answer);
  const steps = behaviour.send?.(messages) ?? messages;
  return { reply: { steps, startTls: false }, code: answer.result.code };
}

/** The demonstration's codec tells an extended request's tag and not its name. */
function isStartTls(message: BerElement): boolean {
  const operation = elementsOf(message.content)[1];
  if (operation?.tag !== ProtocolOperation.LDAP_REQ_EXTENSION) return false;
  return elementsOf(operation.content)[0]?.content.toString('latin1') === startTlsName;
}
