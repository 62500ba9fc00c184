import {
  GraphQLError,
  Kind,
  type FieldNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';

/** Tokens of a document; the introspection that GraphiQL sends has some 300. */
export const maxTokens = 1_000;
/**
 * How many bytes of parsed documents are kept, measured as JSON; in memory they take some four times as
 * much. A few hundred: clients have dozens each, and whoever sends others fills no memory with them.
 */
export const keptDocumentBytes = 4 * 1024 * 1024;
/** Bytes of a document in UTF-8. */
const maxDocumentBytes = 16 * 1024;
/** The deepest useful question, a hit's stand-ins with their units, has 8; cost bounds the rest. */
export const maxDepth = 12;
const maxFragments = 40;
const maxAliases = 15;
const maxDirectives = 20;

type Tally = { readonly depth: number; readonly aliases: number; readonly directives: number };
const nothing: Tally = { depth: 0, aliases: 0, directives: 0 };

/**
 * Refuses operations that are nested deeper than 12 fields, or have more than 15 aliases and repetitions
 * of a field or more than 20 directives, fragments counted where they are spread. Each fragment is
 * measured once, however often it is spread, so that a document of fragments that spread each other
 * twice takes no longer than its length.
 */
export const documentLimits: ValidationRule = (context) => {
  const fragments = new Map<string, Tally>();

  function tallyOf(set: SelectionSetNode | undefined): Tally {
    const seen = new Set<string>();
    let { depth, aliases, directives } = nothing;
    for (const selection of set?.selections ?? []) {
      directives += selection.directives?.length ?? 0;
      const inner = innerOf(selection);
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        if (selection.alias !== undefined || seen.has(name)) aliases += 1;
        seen.add(name);
      }
      depth = Math.max(depth, inner.depth);
      aliases += inner.aliases;
      directives += inner.directives;
    }
    return { depth, aliases, directives };
  }

  function innerOf(selection: SelectionSetNode['selections'][number]): Tally {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return fragmentTally(selection.name.value);
    const inner = tallyOf(selection.selectionSet);
    if (selection.kind === Kind.INLINE_FRAGMENT) return inner;
    return { ...inner, depth: inner.depth + levels(selection) };
  }

  function fragmentTally(name: string): Tally {
    const known = fragments.get(name);
    if (known !== undefined) return known;
    // A fragment that contains itself is refused by a rule of graphql-js; here it only must not hang.
    fragments.set(name, nothing);
    const fragment = context.getFragment(name);
    const inner = tallyOf(fragment?.selectionSet);
    const directives = inner.directives + (fragment?.directives?.length ?? 0);
    const tally = { ...inner, directives };
    fragments.set(name, tally);
    return tally;
  }

  return {
    OperationDefinition(operation) {
      const { depth, aliases, directives } = tallyOf(operation.selectionSet);
      const onVariables = operation.variableDefinitions ?? [];
      const all = [operation, ...onVariables].flatMap((node) => node.directives ?? []);
      const refuse = (message: string) =>
        context.reportError(new GraphQLError(message, { nodes: operation }));
      if (depth > maxDepth) refuse(`The document is nested deeper than ${maxDepth} fields.`);
      if (aliases > maxAliases)
        refuse(`The document has more than ${maxAliases} aliases and repetitions.`);
      if (directives + all.length > maxDirectives)
        refuse(`The document has more than ${maxDirectives} directives.`);
    },
  };
};

/** Refuses a document of more than 16 KiB before it is parsed. GET needs no measure: Node reads no address that long. */
export function refuseLargeDocument(body: unknown): void {
  const { query } = Object(body) as { readonly query?: unknown };
  if (typeof query !== 'string') return;
  if (Buffer.byteLength(query) > maxDocumentBytes)
    throw tooLarge(`The document is larger than ${maxDocumentBytes / 1024} KiB.`);
  // graphql-js compares each two fragments before it looks for circles, and 80 in a circle exhaust its stack.
  if ((query.match(/\bfragment\b/g) ?? []).length > maxFragments)
    throw tooLarge(`The document has more than ${maxFragments} fragments.`);
}

function tooLarge(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 413 } } });
}

/** Introspection names a wrapped type with `ofType` inside `ofType`, which leads nowhere else. */
function levels(field: FieldNode): number {
  return field.name.value === 'ofType' ? 0 : 1;
}
