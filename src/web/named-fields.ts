import { BREAK, visit, type ASTNode } from 'graphql';

/** Whether a document or a part of one asks for a field of one of these names, used or not. */
export function namesField(node: ASTNode, names: readonly string[]): boolean {
  let found = false;
  visit(node, {
    Field({ name }) {
      found ||= names.includes(name.value);
      return found ? BREAK : undefined;
    },
  });
  return found;
}
