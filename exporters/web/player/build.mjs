// Bundles the player to one classic script and one style sheet, which are committed: exporting
// a film needs Python alone. `--check` compares with what is committed instead of writing.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const LIMIT = 60_000;
const at = (name) => fileURLToPath(new URL(name, import.meta.url));
const common = {
  bundle: true, minify: true, write: false, charset: 'utf8', logLevel: 'error',
  target: ['chrome94', 'firefox132', 'safari15.4'], legalComments: 'none',
};

const made = await Promise.all([
  build({ ...common, entryPoints: [at('src/main.js')], format: 'iife' }),
  build({ ...common, entryPoints: [at('player.css')] }),
]);
const files = [
  [at('player.js'), made[0].outputFiles[0].text],
  [at('player.min.css'), made[1].outputFiles[0].text],
];

const bytes = files.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
if (bytes > LIMIT) {
  console.error(`The player is ${bytes} bytes, more than ${LIMIT}: make it smaller.`);
  process.exit(1);
}
if (process.argv.includes('--check')) {
  for (const [path, text] of files) {
    if (await readFile(path, 'utf8').catch(() => '') !== text) {
      console.error(`${path} is not what the sources give: run npm run build.`);
      process.exit(1);
    }
  }
} else {
  await Promise.all(files.map(([path, text]) => writeFile(path, text)));
}
console.log(`player: ${bytes} bytes of script and style`);
