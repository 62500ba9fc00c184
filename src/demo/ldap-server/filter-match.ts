import type { FilterNode } from './search-filter.js';
import { compareValues, hasAllBits, hasParts, valuesEqual } from './value-match.js';

/** The values of an attribute whose name is given in lower case; empty when it is absent. */
export type ValuesOf = (attribute: string) => readonly Buffer[];

/** LDAP_MATCHING_RULE_BIT_AND (MS-ADTS 3.1.1.3.4.4.1). */
const bitAnd = '1.2.840.113556.1.4.803';

/** Whether an entry passes a filter; what can't be decided, such as an unknown rule, does not pass. */
export function matches(filter: FilterNode, valuesOf: ValuesOf): boolean {
  return evaluate(filter, valuesOf) === true;
}

/** True, false, or null for Undefined, which stays so when it is negated (RFC 4511 section 4.5.1.7). */
function evaluate(filter: FilterNode, valuesOf: ValuesOf): boolean | null {
  switch (filter.kind) {
    case 'and':
      return decide(filter.parts, valuesOf, false);
    case 'or':
      return decide(filter.parts, valuesOf, true);
    case 'not': {
      const inner = evaluate(filter.part, valuesOf);
      return inner === null ? null : !inner;
    }
    case 'extensible':
      if (filter.rule !== bitAnd) return null;
      return valuesOf(filter.attribute).some((value) => hasAllBits(value, filter.value));
    case 'present':
      return valuesOf(filter.attribute).length > 0;
    case 'equal':
    case 'atLeast':
    case 'atMost':
    case 'substrings':
      break;
  }
  return valuesOf(filter.attribute).some((value) => passes(filter, value));
}

/** The first part that is `settling` settles it; otherwise one undecided part leaves it undecided. */
function decide(
  parts: readonly FilterNode[],
  valuesOf: ValuesOf,
  settling: boolean,
): boolean | null {
  let result: boolean | null = !settling;
  for (const part of parts) {
    const value = evaluate(part, valuesOf);
    if (value === settling) return settling;
    if (value === null) result = null;
  }
  return result;
}

type Comparison = Extract<FilterNode, { kind: 'equal' | 'atLeast' | 'atMost' | 'substrings' }>;

function passes(filter: Comparison, value: Buffer): boolean {
  const { kind, attribute } = filter;
  if (kind === 'substrings') return hasParts(attribute, value, filter);
  if (kind === 'equal') return valuesEqual(attribute, value, filter.value);
  const order = compareValues(attribute, value, filter.value);
  return kind === 'atLeast' ? order >= 0 : order <= 0;
}
