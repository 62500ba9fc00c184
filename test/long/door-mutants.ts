import type { Mutant } from './mutants.js';

const never = '(false as boolean)';
const door = ['test/api/door/door'];
const small = ['test/small/web'];

/** The guards of the door: nothing too large, too deep or too dear gets in, and no answer shows more than it should. */
export const doorMutants: readonly Mutant[] = [
  {
    file: 'src/web/door/document-limits.ts',
    guard: 'if (depth > maxDepth)',
    without: `if (${never})`,
    tests: door,
  },
  {
    file: 'src/web/door/document-limits.ts',
    guard: 'if (aliases > maxAliases)',
    without: `if (${never})`,
    tests: ['test/api/door/door', 'test/api/door/probes'],
  },
  {
    file: 'src/web/door/document-limits.ts',
    guard: 'if (directives + all.length > maxDirectives)',
    without: `if (${never})`,
    tests: ['test/api/door/probes', 'test/api/door/door'],
  },
  {
    file: 'src/web/door/document-limits.ts',
    guard: 'selection.alias !== undefined || seen.has(name)',
    without: 'selection.alias !== undefined',
    tests: door,
  },
  {
    file: 'src/web/door/document-limits.ts',
    guard: 'if (Buffer.byteLength(query) > maxDocumentBytes)',
    without: `if (${never})`,
    tests: door,
  },
  {
    file: 'src/web/door/check-operation.ts',
    guard: 'if (deeper(asked.variables, maxVariableDepth))',
    without: `if (${never})`,
    tests: door,
  },
  {
    file: 'src/web/door/door.plugin.ts',
    guard: 'if (operation.operation === OperationTypeNode.SUBSCRIPTION)',
    without: `if (${never})`,
    tests: ['test/api/door/probes', 'test/api/door/answers'],
  },
  {
    file: 'src/web/door/check-operation.ts',
    guard: 'if (bill.cost > maxCost)',
    without: `if (${never})`,
    tests: door,
  },
  {
    file: 'src/web/door/bill.ts',
    guard: "if (typeof value === 'number') return value;",
    without: '',
    tests: ['test/small/web/bill'],
  },
  {
    file: 'src/web/door/check-operation.ts',
    guard: 'if (wait === null) return;',
    without: 'if (wait === null || wait > 0) return;',
    tests: door,
  },
  {
    file: 'src/web/door/cost.ts',
    guard: 'size >= 1 && size <= maxPage ?',
    without: 'size >= 1 ?',
    tests: small,
  },
  {
    file: 'src/web/door/cost.ts',
    guard: '(weights[node.name.value] ?? 1)',
    without: '1',
    tests: small,
  },
  {
    file: 'src/web/door/spending.ts',
    guard: 'if (serves || ',
    without: 'if (',
    tests: small,
  },
  {
    file: 'src/web/door/spending.ts',
    guard: 'if (amount <= left) return null;',
    without: 'if (amount <= left || left >= 0) return null;',
    tests: small,
  },
  {
    file: 'src/web/door/spending.ts',
    guard: 'if (now - (this.#warned.get(actor) ?? -minute) < minute) return;',
    without: '',
    tests: door,
  },
  {
    file: 'src/web/door/spending.ts',
    guard: 'if (this.#buckets.size > maxIdentities && oldest !== undefined)',
    without: `if (${never} && oldest !== undefined)`,
    tests: small,
  },
  {
    file: 'src/web/door/json-body.ts',
    guard: 'if (!isUtf8(body)) throw new NotUtf8();',
    without: '',
    tests: door,
  },
  {
    file: 'src/web/door/nul-text.ts',
    guard: 'hasNulIn(variables) || ',
    without: '',
    tests: door,
  },
  {
    file: 'src/web/door/nul-text.ts',
    guard: ' || isWritten(document)',
    without: '',
    tests: door,
  },
  {
    file: 'src/web/door/json-body.ts',
    guard: 'inflate: false',
    without: 'inflate: true',
    tests: door,
  },
  {
    file: 'src/web/door/request-trace.ts',
    guard: "typeof brought === 'string' && safeId.test(brought)",
    without: "typeof brought === 'string'",
    tests: ['test/api/door/answers'],
  },
  {
    file: 'src/start.ts',
    guard: '    bodyParser: false,\n',
    without: '',
    tests: ['test/api/door/probes'],
  },
  {
    file: 'src/start.ts',
    guard: "  app.disable('etag');\n",
    without: '',
    tests: ['test/api/door/answers', 'test/api/door/probes'],
  },
  {
    file: 'src/web/web.module.ts',
    guard: 'introspection: !production',
    without: 'introspection: true',
    tests: ['test/api/door/probes'],
  },
  {
    file: 'src/web/web.module.ts',
    guard: 'csrfPrevention: true',
    without: 'csrfPrevention: false',
    tests: ['test/api/door/probes'],
  },
  {
    file: 'src/web/web.module.ts',
    guard: 'hideSchemaDetailsFromClientErrors: true',
    without: 'hideSchemaDetailsFromClientErrors: false',
    tests: ['test/api/door/probes'],
  },
  {
    file: 'src/web/error-format.ts',
    guard: 'if (cause instanceof AppError) return cause;',
    without: 'if (cause instanceof Error) return new AppError("INTERNAL", cause.message);',
    tests: ['test/api/door/faults'],
  },
  {
    file: 'src/web/graphiql/graphiql.controller.ts',
    guard: '!this.#on || ',
    without: '',
    tests: ['test/api/door/graphiql'],
  },
  {
    file: 'src/config/config.ts',
    guard: "if (word === 'on' && production)",
    without: `if (${never})`,
    tests: ['test/small/config'],
  },
];
