import type { Mutant } from './mutants.js';

const small = ['test/small/web/compiled'];
const api = ['test/api/compiled'];

/** The guards of compiled execution: no text becomes code, and what graphql-jit would answer otherwise it does not answer. */
export const compiledMutants: readonly Mutant[] = [
  {
    file: 'src/web/compiled/bare-schema.ts',
    guard: '      field.args = [];\n',
    without: '',
    tests: ['test/small/web/compiled/plain-way'],
  },
  {
    file: 'src/web/compiled/bare-schema.ts',
    guard: '(error: unknown) => refuse(located(error, info))).catch(fail);',
    without: '(error: unknown) => refuse(located(error, info)));',
    tests: ['test/small/web/compiled/same-refusals'],
  },
  {
    file: 'src/web/compiled/fit.ts',
    guard: '    Directive: refuse,\n',
    without: '',
    tests: ['test/small/web/compiled/plain-way'],
  },
  {
    file: 'src/web/compiled/fit.ts',
    guard: 'safeName.test(answered) ||',
    without: 'answered.length > 0 ||',
    tests: ['test/small/web/compiled/plain-way'],
  },
  {
    file: 'src/web/compiled/fit.ts',
    guard: 'return known && (',
    without: 'return (known || !known) && (',
    tests: ['test/small/web/compiled/plain-way'],
  },
  {
    file: 'src/web/compiled/compile.ts',
    guard: 'if (fields > maxFields) return null;',
    without: '',
    tests: ['test/small/web/compiled/plain-way'],
  },
  {
    file: 'src/web/compiled/compile.ts',
    guard: 'Promise.resolve(answer).then(resolve, fail);',
    without: 'resolve(answer);',
    tests: ['test/small/web/compiled/same-refusals'],
  },
  {
    file: 'src/web/compiled/compile.ts',
    guard: 'path?.length === 1 && originalError instanceof GraphQLError',
    without: 'path && originalError instanceof GraphQLError',
    tests: ['test/small/web/compiled/same-refusals'],
  },
  {
    file: 'src/web/compiled/compile.ts',
    guard: 'return thrown.length === errors.length ?',
    without: 'return thrown.length >= 0 ?',
    tests: ['test/small/web/compiled/same-refusals'],
  },
  {
    file: 'src/web/compiled/compiled-operations.ts',
    guard: 'if (!variables) return null;',
    without:
      'if (!variables) return compiled.run(rootValue, { context, variables: asked.variables });',
    tests: ['test/small/web/compiled/same-refusals'],
  },
  {
    file: 'src/web/compiled/compilations.ts',
    guard: 'if (uses.count < compiledAtUse)',
    without: 'if (uses.count < 1)',
    tests: small,
  },
  {
    file: 'src/web/compiled/compilations.ts',
    guard: 'await this.#kept.set(key, { compiled });',
    without: 'if (compiled) await this.#kept.set(key, { compiled });',
    tests: small,
  },
  {
    file: 'src/web/compiled/compilations.ts',
    guard: '    max: maxKept,\n',
    without: '',
    tests: small,
  },
  {
    file: 'src/web/compiled/compilations.ts',
    guard: '    maxSize: maxKeptFields,\n',
    without: '',
    tests: small,
  },
  {
    file: 'src/web/compiled/compiled.plugin.ts',
    guard: 'if (operation?.operation !== OperationTypeNode.QUERY) return null;',
    without: 'if (operation === undefined) return null;',
    tests: api,
  },
  {
    file: 'src/web/web.module.ts',
    guard: '      ApolloServerPluginCacheControlDisabled(),\n',
    without: '',
    tests: api,
  },
];
