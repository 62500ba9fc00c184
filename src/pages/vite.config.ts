import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The pages, each with its script, into dist/pages; the program serves them. Nothing comes from elsewhere. */
// oxlint-disable-next-line import/no-default-export -- Vite takes nothing else.
export default defineConfig({
  root: here('.'),
  base: '/pages/',
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: here('../../dist/pages'),
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    // A picture in the page would be refused by its content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['telefonist', 'katalog', 'min-sida', 'drift'].map((name) => here(`${name}.html`)),
    },
  },
});
