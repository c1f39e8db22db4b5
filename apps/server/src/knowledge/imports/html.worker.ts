// Reads pages one after another in a thread of its own, so that a large one keeps nobody waiting.
import { parentPort } from 'node:worker_threads';
import { readHtml } from './html-text.ts';

parentPort?.on('message', (html: string) => parentPort?.postMessage(readHtml(html)));
