import { Ber, SearchFilter } from 'ldapts';
import { elementsOf, expectElement, MalformedMessage, type BerElement } from './ber-element.js';

/** A search filter (RFC 4511 section 4.5.1.7); values are bytes, attribute names in lower case. */
export type FilterNode =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly FilterNode[] }
  | { readonly kind: 'not'; readonly part: FilterNode }
  | { readonly kind: 'present'; readonly attribute: string }
  | {
      readonly kind: 'equal' | 'atLeast' | 'atMost';
      readonly attribute: string;
      readonly value: Buffer;
    }
  | {
      readonly kind: 'substrings';
      readonly attribute: string;
      readonly initial: Buffer | null;
      readonly any: readonly Buffer[];
      readonly final: Buffer | null;
    }
  | {
      readonly kind: 'extensible';
      readonly rule: string;
      readonly attribute: string;
      readonly value: Buffer;
    };

/** Deep nesting is nobody's search, and would exhaust the stack. */
const maxDepth = 50;
const part = { initial: 0x80, any: 0x81, final: 0x82 };
const extensible = { rule: 0x81, attribute: 0x82, value: 0x83 };

/** Reads a filter from its BER element. Throws `MalformedMessage`. */
export function readFilter({ tag, content }: BerElement, depth = 0): FilterNode {
  if (depth > maxDepth) throw new MalformedMessage('a filter nested too deep');
  const inner = () => elementsOf(content).map((element) => readFilter(element, depth + 1));
  switch (tag) {
    case SearchFilter.and:
      return { kind: 'and', parts: inner() };
    case SearchFilter.or:
      return { kind: 'or', parts: inner() };
    case SearchFilter.not: {
      const [only, ...others] = inner();
      if (only === undefined || others.length > 0)
        throw new MalformedMessage('a negation of anything but one filter');
      return { kind: 'not', part: only };
    }
    case SearchFilter.equalityMatch:
    case SearchFilter.approxMatch:
      return { kind: 'equal', ...assertion(content) };
    case SearchFilter.greaterOrEqual:
      return { kind: 'atLeast', ...assertion(content) };
    case SearchFilter.lessOrEqual:
      return { kind: 'atMost', ...assertion(content) };
    case SearchFilter.substrings:
      return substrings(content);
    case SearchFilter.present:
      return { kind: 'present', attribute: nameOf(content) };
    case SearchFilter.extensibleMatch:
      return extensibleMatch(content);
    default:
      throw new MalformedMessage('a filter that LDAP has not');
  }
}

function assertion(content: Buffer): { attribute: string; value: Buffer } {
  const elements = elementsOf(content);
  return {
    attribute: nameOf(expectElement(elements, 0, Ber.OctetString).content),
    value: expectElement(elements, 1, Ber.OctetString).content,
  };
}

function substrings(content: Buffer): FilterNode {
  const elements = elementsOf(content);
  const attribute = nameOf(expectElement(elements, 0, Ber.OctetString).content);
  const parts = elementsOf(expectElement(elements, 1, Ber.Sequence | Ber.Constructor).content);
  const known = Object.values(part);
  if (parts.length === 0 || parts.some(({ tag }) => !known.includes(tag)))
    throw new MalformedMessage('broken substrings');
  const only = (tag: number) => parts.find((element) => element.tag === tag)?.content ?? null;
  return {
    kind: 'substrings',
    attribute,
    initial: only(part.initial),
    any: parts.filter(({ tag }) => tag === part.any).map((element) => element.content),
    final: only(part.final),
  };
}

function extensibleMatch(content: Buffer): FilterNode {
  const elements = elementsOf(content);
  const find = (tag: number) => elements.find((element) => element.tag === tag)?.content;
  const value = find(extensible.value);
  if (value === undefined) throw new MalformedMessage('an extensible match without a value');
  return {
    kind: 'extensible',
    rule: find(extensible.rule)?.toString() ?? '',
    attribute: nameOf(find(extensible.attribute) ?? Buffer.alloc(0)),
    value,
  };
}

/** Attribute options such as `;lang-sv` select nothing here. */
function nameOf(content: Buffer): string {
  return content.toString('utf8').toLowerCase().split(';')[0] ?? '';
}
