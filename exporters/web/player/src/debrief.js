// The end: outcome, the way taken on the map, every decision with its reasons and what would have
// been better, indicators, competences, help, and what to keep of it.

import { button, make } from './dom.js';
import { choiceOf, isEnabled, sceneOf } from './engine.js';
import { feedbackBody } from './feedback.js';
import { reveal, storyMap } from './map.js';
import { resourceList } from './resources.js';
import { metIndicators } from './result.js';
import { bringStageHome, retoldClip } from './retold.js';
import { hasText, richText } from './rich_text.js';
import { saveResult } from './saving.js';
import { nameField } from './screens.js';
import { fill } from './texts.js';

/** @import { Player } from './player.js' */
/** @import { Film, FilmChoice, FilmDecision, FilmEnding, FilmScene, State, Taken, Words } from './types' */

/** @type {Record<string, keyof Words>} */
const OUTCOMES = {
  success: 'outcomeSuccess', partial: 'outcomePartial', failure: 'outcomeFailure',
  neutral: 'outcomeNeutral',
};
/** Units of the map's width that are still read on an upright page. */
const BROAD = 2600;
const RANKS = { right: 2, acceptable: 1, wrong: 0 };

/** The words for an outcome. @param {string} outcome @param {Words} words */
export const outcomeWords = (outcome, words) => words[OUTCOMES[outcome]];

/**
 * What would have been better than the choice taken, of what could be taken then.
 * @param {FilmScene} scene @param {FilmChoice} taken @param {State} before the state it was taken in
 */
export function better(scene, taken, before) {
  const { choices } = /** @type {FilmDecision} */ (scene.then);
  /** @param {FilmChoice} each */
  const rank = (each) => (each.verdict ? RANKS[each.verdict] : 1);
  const open = choices.filter((each) => each.offered && each.verdict
    && rank(each) > rank(taken) && isEnabled(scene, each, before));
  const best = Math.max(...open.map(rank));
  return open.filter((each) => rank(each) === best);
}

/** Whether nothing that has a mark was missed, and the aim was reached. @param {Film} film @param {State} state */
export function deservesCertificate(film, state) {
  const { certificate, pass_mark: mark } = film.settings;
  const then = sceneOf(film, state.scene)?.then;
  return certificate && then?.kind === 'ending' && then.outcome !== 'failure'
    && (mark == null || state.tally.score >= mark)
    && film.competences.every((each) => each.pass_mark == null
      || (state.tally.competences[each.id] ?? 0) >= each.pass_mark);
}

/** @param {Player} player @param {Taken} taken @param {number} index */
function decision(player, taken, index) {
  const { film, language, words, record } = player;
  const scene = /** @type {FilmScene} */ (sceneOf(film, taken.scene));
  const { prompt } = /** @type {FilmDecision} */ (scene.then);
  const choice = /** @type {FilmChoice} */ (choiceOf(scene, taken.choice));
  const { attempt } = record;
  const before = attempt?.states[attempt.answers()[index]];
  const remarks = [taken.timeout && words.timedOut, taken.withdrawn && words.withdrawn];
  const others = before ? better(scene, choice, before) : [];
  return make('li', {
    class: 'decision', 'data-verdict': choice.verdict, 'data-scene': taken.scene, tabindex: -1,
  },
  make('p', { class: 'quiet' }, prompt[language] || scene.title[language] || ''),
  make('h3', {}, choice.text[language] || words.timedOut),
  make('p', { class: 'chips' },
    choice.verdict && make('span', { class: 'chip verdict' }, words[choice.verdict]),
    ...remarks.filter(Boolean).map((each) => make('span', { class: 'chip' }, each))),
  ...(choice.feedback ? [
    ...retoldClip(player, taken.scene, choice.feedback, choice.text[language] ?? ''),
    ...feedbackBody(choice.feedback, language, words, film),
  ] : []),
  others.length > 0 && make('div', { class: 'better' }, make('h4', {}, words.better),
    ...others.flatMap((each) => [
      make('p', {}, make('strong', {}, each.text[language] ?? '')),
      ...(each.feedback && hasText(each.feedback.why, language)
        ? richText(each.feedback.why, language) : []),
    ])),
  before && make('p', { class: 'actions' },
    button(words.anotherWay, () => record.another(index), { class: 'another' })));
}

/** @param {Player} player @param {State} state */
function indicators(player, state) {
  const { film, language, words } = player;
  const met = metIndicators(film, state);
  if (!met.length) return null;
  return section('indicators', words.indicators, make('ul', { class: 'cards' }, ...met.map((each) => {
    const noticed = state.tally.noticed.includes(each.id);
    const place = state.visited.map((id) => sceneOf(film, id)).find(
      (scene) => scene?.indicators.some((sighting) => sighting.indicator === each.id),
    );
    const at = place?.indicators.find((sighting) => sighting.indicator === each.id)?.start ?? 0;
    return make('li', { class: noticed ? 'noticed' : 'missed' },
      make('p', { class: 'chips' },
        make('span', { class: 'chip' }, noticed ? words.noticed : words.missed)),
      make('h3', {}, each.name[language] ?? ''),
      ...richText(each.description, language),
      ...resourceList(film, each.resources, language, words),
      place && make('p', { class: 'actions' }, button(words.showMoment,
        () => player.lookAgain(place.id, at, `[data-indicator="${CSS.escape(each.id)}"]`), {
          class: 'moment', 'data-indicator': each.id, 'aria-label': `${words.showMoment}: ${each.name[language] ?? ''}`,
        })));
  })));
}

/**
 * Points as words and as a bar, with the mark where there is one.
 * @param {string} name @param {number} value @param {number|null} mark
 * @param {number|null} most what the best playthrough gains @param {Words} words @param {Node[]} more
 */
function points(name, value, mark, most, words, more = []) {
  const whole = Math.max(most ?? 0, value, mark ?? 0, 1);
  const reached = mark != null && value >= mark;
  const bar = make('span', { class: reached || mark == null ? 'bar' : 'bar short' },
    make('span'), mark != null && make('i'));
  const [filled, line] = bar.children;
  /** @type {HTMLElement} */ (filled).style.width = `${(Math.max(value, 0) / whole) * 100}%`;
  if (line) /** @type {HTMLElement} */ (line).style.left = `${(Number(mark) / whole) * 100}%`;
  return make('li', {}, make('h3', {}, name), bar,
    make('p', { class: 'points' }, most == null ? fill(words.points, { points: value })
      : fill(words.pointsOf, { points: value, most }),
      mark != null && make('span', { class: 'quiet' },
        ` (${fill(words.passMark, { mark })}, ${reached ? words.passed : words.notPassed})`)),
    ...more);
}

/** @param {Player} player @param {State} state */
function competences(player, state) {
  const { film, language, words } = player;
  const { score, competences: gained } = state.tally;
  const total = film.settings.pass_mark;
  if (!film.competences.length && total == null) return null;
  return section('competences', words.competences, make('ul', { class: 'cards' },
    total != null && points(words.score, score, total, film.settings.most, words),
    ...film.competences.map((each) => points(each.name[language] ?? '', gained[each.id] ?? 0,
      each.pass_mark, each.most, words,
      richText(each.description, language)))));
}

/** @param {string} kind @param {string} title @param {(Node|null|false)[]} content */
const section = (kind, title, ...content) => make('section', { class: kind },
  make('h2', {}, title), ...content);

/** @param {Player} player @param {State} state */
function map(player, state) {
  const { film, language, words, record } = player;
  const history = record.attempts.history();
  state.visited.forEach((id) => history.seen.add(id));
  const decided = new Set(state.path.map((each) => each.scene));
  const drawing = storyMap(film, state.entered, reveal(film, history), language, words, (id) => {
    const found = /** @type {HTMLElement} */ (player.screen.querySelector(
      `.decision[data-scene="${CSS.escape(id)}"]`,
    ));
    found.scrollIntoView({ block: 'center' });
    found.focus({ preventScroll: true });
  }, (id) => decided.has(id));
  // Printed, a long way takes a page of its own, turned.
  const broad = drawing.viewBox.baseVal.width > BROAD ? ' broad' : '';
  return section(`map-section${broad}`, words.map, make('p', { class: 'quiet' }, words.mapHint),
    make('div', { class: 'map-space', tabindex: 0, role: 'region', 'aria-label': words.map },
      drawing));
}

/** @param {Player} player */
function keep(player) {
  const { film, words, record } = player;
  const state = /** @type {State} */ (player.state);
  return section('keep', words.keep, make('p', { class: 'quiet' }, words.keepHint),
    make('p', {}, nameField(player)),
    make('p', { class: 'actions' },
      button(words.saveResult, () => saveResult(player), { id: 'save-result' }),
      button(words.print, () => print(), { id: 'print' }),
      deservesCertificate(film, state)
        && button(words.certificate, () => player.showCertificate(), { id: 'certificate-open' })));
}

/** The debrief of an ended playthrough. @param {Player} player */
export function debrief(player) {
  const { film, language, words, record, room } = player;
  const state = /** @type {State} */ (player.state);
  bringStageHome(player);
  const scene = /** @type {FilmScene} */ (sceneOf(film, state.scene));
  const { outcome, headline, debrief: text, resources } = /** @type {FilmEnding} */ (scene.then);
  const help = film.resources.filter((each) => each.help && !resources.includes(each.id))
    .map((each) => each.id);
  const needed = resourceList(film, [...resources, ...help], language, words);
  return make('article', { id: 'debrief', 'data-outcome': outcome },
    make('header', {},
      make('p', { class: 'printed named' }, record.name),
      make('p', { class: 'printed' }, film.title[language], ' · ',
        new Date().toLocaleDateString(language, { dateStyle: 'long' })),
      make('p', { class: 'eyebrow' }, outcomeWords(outcome, words)),
      make('h1', { tabindex: '-1' }, headline[language] || scene.title[language] || ''),
      ...richText(text, language),
      make('p', { class: 'actions' },
        button(words.again, () => player.begin(), { id: 'restart', class: 'main' }))),
    map(player, state),
    section('answers', words.decisions, state.path.length
      ? make('ol', { class: 'decisions' },
        ...state.path.map((each, index) => decision(player, each, index)))
      : make('p', {}, words.noDecisions)),
    indicators(player, state),
    !room && competences(player, state),
    needed.length > 0 && section('needed', words.resources, ...needed),
    !room && keep(player));
}
