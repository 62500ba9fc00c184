import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The web component as one file of a stable name, which pages of other origins load by one tag; built after the pages, into their folder. */
// oxlint-disable-next-line import/no-default-export -- Vite takes nothing else.
export default defineConfig({
  root: here('.'),
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: here('../../../dist/pages'),
    // The pages are there already.
    emptyOutDir: false,
    target: 'es2023',
    lib: {
      entry: here('staff-directory.ts'),
      // No module: a plain script knows where it came from, and needs no permission to be loaded.
      formats: ['iife'],
      name: 'staffDirectory',
      fileName: () => 'staff-directory.js',
    },
  },
});
