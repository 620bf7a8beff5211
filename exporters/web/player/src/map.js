// The story's own map as a drawing: the path taken, what else there is, what stays hidden.

import { draw } from './dom.js';
import { sceneOf } from './engine.js';
import { fill } from './texts.js';

/** @import { Film, FilmScene, Words } from './types' */

const WIDTH = 232;
const HEIGHT = 124;
const MARGIN = 20;
const LINE = 14;
const LINES = 3;

/** The scenes that can follow on the bare graph. @param {FilmScene} scene @returns {string[]} */
export function targetsOf(scene) {
  const { then } = scene;
  const row = then?.kind === 'decision' ? then.choices.map((each) => each.target)
    : then?.kind === 'next' ? [...then.branches.map((each) => each.target), then.target] : [];
  return [...new Set(row.flatMap((each) => each ?? []))];
}

/**
 * What of the film the map tells: scenes seen have their names. Of the others "never" draws
 * nothing, "seen" a shaded place without a name, "after_success" the name once the aim was
 * reached, "always" the name.
 * @param {Film} film @param {{seen: Set<string>, success: boolean}} history
 * @returns {{shown: (id: string) => boolean, named: (id: string) => boolean}}
 */
export function reveal(film, history) {
  const { reveal_map: setting } = film.settings;
  const all = setting === 'always' || (setting === 'after_success' && history.success);
  return {
    shown: (id) => setting !== 'never' || history.seen.has(id),
    named: (id) => all || history.seen.has(id),
  };
}

/** Words in at most three lines. @param {string} text */
export function wrap(text) {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length >= LINE) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  if (lines.length > LINES) lines[LINES - 1] += '…';
  return lines.slice(0, LINES).map(
    (each) => (each.length > LINE + 1 ? `${each.slice(0, LINE)}…` : each),
  );
}

/** @param {[number, number]} from @param {[number, number]} to */
function curve([x1, y1], [x2, y2]) {
  if (x2 >= x1 + WIDTH) {
    const half = (x1 + WIDTH + x2) / 2;
    return `M${x1 + WIDTH},${y1 + HEIGHT / 2}C${half},${y1 + HEIGHT / 2} ${half},${y2 + HEIGHT / 2} ${x2},${y2 + HEIGHT / 2}`;
  }
  const up = y2 < y1;
  const from = `${x1 + WIDTH / 2},${up ? y1 : y1 + HEIGHT}`;
  const to = `${x2 + WIDTH / 2},${up ? y2 + HEIGHT : y2}`;
  const way = up ? -80 : 80;
  return `M${from}C${x1 + WIDTH / 2},${(up ? y1 : y1 + HEIGHT) + way} ${x2 + WIDTH / 2},${(up ? y2 + HEIGHT : y2) - way} ${to}`;
}

/**
 * @param {Film} film @param {string[]} path scenes in the order they were entered
 * @param {{shown: (id: string) => boolean, named: (id: string) => boolean}} view
 * @param {string} language @param {Words} words
 * @param {(id: string) => void} [act] makes the scenes buttons that do this
 * @param {(id: string) => boolean} [can] which of them
 */
export function storyMap(film, path, view, language, words, act, can = view.named) {
  const scenes = film.scenes.filter((each) => view.shown(each.id) || path.includes(each.id));
  /** @param {string} id */
  const name = (id) => sceneOf(film, id)?.title[language] || id;
  const here = path[path.length - 1];
  const steps = new Set(path.slice(1).map((id, index) => `${path[index]} ${id}`));
  const xs = scenes.map((each) => each.position[0]);
  const ys = scenes.map((each) => each.position[1]);
  const left = Math.min(...xs) - MARGIN;
  const top = Math.min(...ys) - MARGIN;
  const width = Math.max(...xs) + WIDTH + MARGIN - left;
  const height = Math.max(...ys) + HEIGHT + MARGIN - top;
  const edges = scenes.flatMap((scene) => targetsOf(scene)
    .filter((id) => scenes.some((each) => each.id === id))
    .map((id) => ({ id, from: scene, taken: steps.has(`${scene.id} ${id}`) }))
    .filter((edge) => edge.taken || film.settings.reveal_map !== 'never' || act))
    .sort((a, b) => Number(a.taken) - Number(b.taken))
    .map((edge) => draw('path', {
      class: edge.taken ? 'edge taken' : 'edge',
      d: curve(edge.from.position, /** @type {FilmScene} */ (sceneOf(film, edge.id)).position),
    }));
  const nodes = scenes.map((scene) => {
    const known = view.named(scene.id) || path.includes(scene.id);
    const on = path.includes(scene.id);
    const lines = wrap(known ? name(scene.id) : '?');
    const press = act && can(scene.id) ? (/** @type {KeyboardEvent} */ event) => {
      if (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      act(scene.id);
    } : null;
    const [x, y] = scene.position;
    return draw('g', {
      class: `node${on ? ' on' : ''}${scene.id === here ? ' here' : ''}${known ? '' : ' hidden'}`,
      ...(press && {
        role: 'button', tabindex: 0, 'data-scene': scene.id, click: press, keydown: press,
        'aria-label': name(scene.id), 'aria-current': scene.id === here && 'step',
      }),
    }, draw('rect', { x, y, width: WIDTH, height: HEIGHT, rx: 16 }),
    ...lines.map((line, index) => {
      const text = draw('text', {
        x: x + WIDTH / 2, y: y + HEIGHT / 2 + (index - (lines.length - 1) / 2) * 34 + 10,
      });
      text.textContent = `${line} `;
      return text;
    }));
  });
  const svg = draw('svg', {
    class: 'map', viewBox: `${left} ${top} ${width} ${height}`,
    role: act ? 'group' : 'img',
    'aria-label': fill(words.mapOf, {
      seen: new Set(path).size, all: scenes.length, path: path.map(name).join(' → '),
    }),
  }, ...edges, ...nodes);
  svg.style.setProperty('--map-width', `${width * 0.0247}rem`);
  return svg;
}
