// Bundles the player to one classic script and one style sheet, and what is needed after and beside
// the film to a second pair that is loaded once the start screen stands. They are committed: exporting a film needs Python
// alone. Also writes src/film.d.ts, the film's types for `tsc --checkJs`,
// from docs/film.schema.json. `--check` compares with what is committed instead of writing.

import { readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';

/** Bytes of script and style that the film needs to begin and to play. */
const LIMIT = 60_000;
/** Bytes more that are loaded once the start screen stands. */
const LATER_LIMIT = 37_000;
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

/** In the second bundle, the modules that src/shared.js names are what the first has put on the window. */
const shared = {
  name: 'shared',
  async setup({ onLoad }) {
    const text = await readFile(at('src/shared.js'), 'utf8');
    for (const [, names, module] of text.matchAll(/export \{([^}]*)\} from '\.\/(\w+)\.js'/g)) {
      onLoad({ filter: new RegExp(`src.${module}\\.js$`) }, () => (
        { contents: `export const {${names}} = window.scenarioShared;` }));
    }
  },
};

/**
 * Names of our own classes' methods and fields that nobody else may know: not the browser, not the
 * film, the result file, the words or what is kept, and none that is a string of its own. Short ones
 * take their place in both bundles.
 */
async function inner() {
  const read = (name) => readFile(at(name), 'utf8');
  const parts = await readdir(at('../../../node_modules/@typescript'));
  const library = `../../../node_modules/@typescript/${parts.find((each) => each.startsWith('typescript-'))}/lib/`;
  const names = (await readdir(at('src'), { recursive: true })).filter((each) => each.endsWith('.js'));
  const source = (await Promise.all(names.map((name) => read(`src/${name}`)))).join('\n')
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const known = new Set();
  const learn = (text, pattern) => {
    for (const [, name] of text.matchAll(pattern)) known.add(name);
  };
  for (const name of await readdir(at(library))) {
    if (/^lib\.(dom|es)/.test(name)) {
      learn(await read(library + name), /^\s+(?:readonly |get |set )?"?([A-Za-z_]\w*)"?\??[:(<]/gm);
    }
  }
  for (const name of ['film', 'result']) {
    learn(await read(`../../../docs/${name}.schema.json`), /"(\w+)":/g);
  }
  learn(await read('../words/en.json'), /"(\w+)":/g);
  // A string that is one name may be a key.
  learn(source, /['`](\w+)['`]/g);
  learn(await read('src/shared.js') + await read('src/later.js'), /(\w+)/g);
  const own = [...source.matchAll(/^ {2}(?:async |get |set )?(\w+)\([^)]*\) \{$/gm),
    ...source.matchAll(/this\.(\w+)\s*(?:=|\?\?=)/g)].map((each) => each[1]);
  const mangled = [...new Set(own)].filter((name) => name.length > 2 && !known.has(name)).sort();
  const cache = Object.fromEntries(mangled.map((name, index) => [name, `$${index.toString(36)}`]));
  return { mangleProps: new RegExp(`^(?:${mangled.join('|')})$`), mangleCache: cache };
}

const own = await inner();

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

const [script, style, later, laterStyle, declarations] = await Promise.all([
  bundle('src/main.js', { format: 'iife', ...own }),
  bundle('player.css'),
  bundle('src/later.js', { format: 'iife', plugins: [shared], ...own }),
  bundle('later.css'),
  types(),
]);
within('player', LIMIT, [script, style]);
within('later', LATER_LIMIT, [later, laterStyle]);
const files = [
  [at('player.js'), script],
  [at('player.min.css'), style],
  [at('later.js'), later],
  [at('later.min.css'), laterStyle],
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
