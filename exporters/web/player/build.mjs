// Bundles the player to one classic script and one style sheet, and what only a facilitator needs
// to a second pair that is loaded on demand. They are committed: exporting a film needs Python
// alone. Also writes src/film.d.ts, the film's types for `tsc --checkJs`,
// from docs/film.schema.json. `--check` compares with what is committed instead of writing.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';

/** Bytes of script and style that every trainee loads. */
const LIMIT = 82_000;
/** Bytes more that only a facilitator loads. */
const ROOM_LIMIT = 12_000;
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

/** In the facilitator's bundle, src/shared.js is what the player has put on the window. */
const shared = {
  name: 'shared',
  setup({ onLoad }) {
    onLoad({ filter: /src.shared\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const names = [...text.matchAll(/export \{([^}]*)\}/g)].map((each) => each[1]).join();
      return { contents: `export const {${names}} = window.scenarioShared;` };
    });
  },
};

async function bundle(source, more = {}) {
  const made = await build({ ...common, entryPoints: [at(source)], ...more });
  return made.outputFiles[0].text;
}

const sum = (texts) => texts.reduce((bytes, text) => bytes + Buffer.byteLength(text), 0);
function within(name, limit, texts) {
  const bytes = sum(texts);
  console.log(`${name}: ${bytes} bytes of script and style`);
  if (bytes <= limit) return;
  console.error(`That is more than ${limit}: make it smaller.`);
  process.exit(1);
}

const [script, style, room, roomStyle, declarations] = await Promise.all([
  bundle('src/main.js', { format: 'iife' }),
  bundle('player.css'),
  bundle('src/room/main.js', { format: 'iife', plugins: [shared] }),
  bundle('room.css'),
  types(),
]);
within('player', LIMIT, [script, style]);
within('facilitator', ROOM_LIMIT, [room, roomStyle]);
const files = [
  [at('player.js'), script],
  [at('player.min.css'), style],
  [at('room.js'), room],
  [at('room.min.css'), roomStyle],
  [at('src/film.d.ts'), declarations],
];

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
