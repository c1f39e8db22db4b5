import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXTS = new Set(['.js', '.css', '.html', '.svg']);
/** Below this a compressed file saves nothing worth a file. */
const SMALLEST = 1024;

const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };

/** Leaves a `.gz` and a `.br` beside every text file of a build: compressed once here instead of at every request. */
export async function compressFolder(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  await Promise.all(
    files
      .filter((file) => TEXTS.has(extname(file)) && !existsSync(`${file}.gz`))
      .map(async (file) => {
        const text = readFileSync(file);
        if (text.length < SMALLEST) return;
        writeFileSync(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
        writeFileSync(`${file}.br`, await promisify(brotliCompress)(text, brotliOptions));
      }),
  );
}
