/// <reference types="node" />
import { defineConfig } from 'vite';
import { byteOrderMark } from './build/byte-order-mark.ts';
import { ownTokens } from './build/own-tokens.ts';
import { shortWords } from './build/short-words.ts';
import { sizeBudget } from './build/size-budget.ts';

/** One file that any page can load by a plain script tag. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [ownTokens(), shortWords(), byteOrderMark(), sizeBudget('messenger.js', 25_000)],
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'],
    cssMinify: 'lightningcss',
    reportCompressedSize: false,
    lib: { entry: 'src/main.ts', formats: ['iife'], name: 'MadoguchiMessenger', fileName: () => 'messenger.js' },
    // Calls of h are shorter than those of the automatic runtime, and its module stays out.
    rolldownOptions: { transform: { inject: { h: ['preact', 'h'], Fragment: ['preact', 'Fragment'] } } },
  },
});
