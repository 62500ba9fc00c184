import type { FilterNode } from '../../../src/demo/ldap-server/search-filter.js';

/** A filter as a text (RFC 4515), for scripts and assertions to compare. */
export function filterText(filter: FilterNode): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return `(${filter.kind === 'and' ? '&' : '|'}${filter.parts.map(filterText).join('')})`;
    case 'not':
      return `(!${filterText(filter.part)})`;
    case 'present':
      return `(${filter.attribute}=*)`;
    case 'equal':
      return `(${filter.attribute}=${valueText(filter.value)})`;
    case 'atLeast':
      return `(${filter.attribute}>=${valueText(filter.value)})`;
    case 'atMost':
      return `(${filter.attribute}<=${valueText(filter.value)})`;
    case 'extensible':
      return `(${filter.attribute}:${filter.rule}:=${valueText(filter.value)})`;
    case 'substrings': {
      const { initial, any, final } = filter;
      const parts = [initial, ...any, final].map((part) => (part === null ? '' : valueText(part)));
      return `(${filter.attribute}=${parts.join('*')})`;
    }
  }
}

/** Text as it is; every byte of anything else in hexadecimal. */
function valueText(value: Buffer): string {
  const text = value.toString('utf8');
  if (!Buffer.from(text).equals(value))
    return value.toString('hex').replace(/../g, String.raw`\$&`);
  return text.replace(/[\\*()\0]/g, (one) => `\\${Buffer.from(one).toString('hex')}`);
}
