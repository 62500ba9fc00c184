const attribute = /^[A-Za-z][A-Za-z0-9-]*(;[A-Za-z0-9-]+)*(:dn)?(:[A-Za-z0-9.-]+)?/;
const maxDepth = 20;

/**
 * What is wrong with an LDAP filter (RFC 4515), or null. Strict, because servers and libraries are
 * not: a missing parenthesis passes, and bytes above 7F written as escapes match nobody, which looks
 * like a directory without people.
 */
export function filterFault(text: string): string | null {
  try {
    const end = filterEnd(text, 0, 0);
    return end === text.length ? null : fault(end, 'nothing after the last parenthesis');
  } catch (error) {
    return error instanceof FilterFault ? error.message : 'expected an LDAP filter in parentheses';
  }
}

class FilterFault extends Error {}

function filterEnd(text: string, at: number, depth: number): number {
  if (text[at] !== '(' || depth > maxDepth) throw new FilterFault(fault(at, 'a parenthesis'));
  const operator = text[at + 1] ?? '';
  if (!'&|!'.includes(operator) || operator === '') return itemEnd(text, at + 1);
  let next = at + 2;
  let count = 0;
  while (text[next] === '(') {
    next = filterEnd(text, next, depth + 1);
    count += 1;
  }
  if (count === 0 || (operator === '!' && count > 1))
    throw new FilterFault(fault(next, operator === '!' ? 'one filter after !' : 'a filter'));
  return closed(text, next);
}

function itemEnd(text: string, at: number): number {
  const name = attribute.exec(text.slice(at))?.[0];
  if (name === undefined) throw new FilterFault(fault(at, 'an attribute'));
  const operator = /^(:=|[~<>]?=)/.exec(text.slice(at + name.length))?.[0];
  if (operator === undefined) throw new FilterFault(fault(at + name.length, 'a comparison'));
  let next = at + name.length + operator.length;
  for (; next < text.length && !'()'.includes(text[next] ?? ''); next += 1) {
    if (text[next] === '\\' && !/^\\[0-7][0-9a-f]/i.test(text.slice(next, next + 3)))
      throw new FilterFault(fault(next, 'an escape below 80 (write å, ä and ö as they are)'));
  }
  return closed(text, next);
}

function closed(text: string, at: number): number {
  if (text[at] !== ')') throw new FilterFault(fault(at, 'a closing parenthesis'));
  return at + 1;
}

function fault(at: number, expected: string): string {
  return `expected ${expected} at character ${at + 1} of the LDAP filter`;
}
