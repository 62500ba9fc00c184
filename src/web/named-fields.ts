import { visit, type ASTNode } from 'graphql';

/** Documents that are asked again are the same objects, which Apollo keeps. */
const known = new WeakMap<ASTNode, ReadonlySet<string>>();

/** Whether a document or a part of one asks for a field of one of these names, used or not. */
export function namesField(node: ASTNode, names: readonly string[]): boolean {
  const named = namesIn(node);
  return names.some((name) => named.has(name));
}

/** Whether every field that a document or a part of one asks for, used or not, has one of these names. */
export function namesNothingBut(node: ASTNode, names: ReadonlySet<string>): boolean {
  return [...namesIn(node)].every((name) => names.has(name));
}

function namesIn(node: ASTNode): ReadonlySet<string> {
  return known.get(node) ?? fieldsOf(node);
}

function fieldsOf(node: ASTNode): ReadonlySet<string> {
  const named = new Set<string>();
  visit(node, { Field: ({ name }) => void named.add(name.value) });
  known.set(node, named);
  return named;
}
