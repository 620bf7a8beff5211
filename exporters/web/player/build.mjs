// Bundles the player to one classic script and one style sheet, which are committed: exporting
// a film needs Python alone. Also writes src/film.d.ts, the film's types for `tsc --checkJs`,
// from docs/film.schema.json. `--check` compares with what is committed instead of writing.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';

const LIMIT = 60_000;
const at = (name) => fileURLToPath(new URL(name, import.meta.url));
const common = {
  bundle: true, minify: true, write: false, charset: 'utf8', logLevel: 'error',
  target: ['chrome94', 'firefox132', 'safari15.4'], legalComments: 'none',
};

/** The compiled film spells out every field and knows no others. */
function exact(schema) {
  if (Array.isArray(schema)) return schema.map(exact);
  if (schema === null || typeof schema !== 'object') return schema;
  const made = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, exact(value)]));
  if (made.properties && made.type === 'object') {
    Object.assign(made, { required: Object.keys(made.properties), additionalProperties: false });
  }
  if (made.prefixItems) {
    made.items = made.prefixItems;
    delete made.prefixItems;
  }
  return made;
}

async function types() {
  const schema = exact(JSON.parse(await readFile(at('../../../docs/film.schema.json'), 'utf8')));
  return compile(schema, 'Film', {
    bannerComment: '// Made from docs/film.schema.json by npm run build.',
    format: false,
  });
}

const [script, style, declarations] = await Promise.all([
  build({ ...common, entryPoints: [at('src/main.js')], format: 'iife' }),
  build({ ...common, entryPoints: [at('player.css')] }),
  types(),
]);
const shipped = [
  [at('player.js'), script.outputFiles[0].text],
  [at('player.min.css'), style.outputFiles[0].text],
];
const files = [...shipped, [at('src/film.d.ts'), declarations]];

const bytes = shipped.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
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
