/// <reference types="node" />
import { defineConfig } from 'vite';

/**
 * Two files and a style sheet: portal.js renders pages on the server, which supplies the packages it imports;
 * enhance.js is all that a browser may load, and needs nothing else.
 */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    target: 'es2022',
    reportCompressedSize: false,
    lib: { entry: { portal: 'src/portal.tsx', enhance: 'src/enhance/enhance.ts' }, formats: ['es'], cssFileName: 'portal' },
    rolldownOptions: { external: [/^preact/, 'marked', 'sanitize-html'] },
  },
});
