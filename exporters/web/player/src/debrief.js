// The end: outcome, the decisions taken with their reasons, indicators, competences.

import { make } from './dom.js';
import { choiceOf, sceneOf } from './engine.js';
import { feedbackBody } from './feedback.js';
import { resourceList } from './resources.js';
import { richText } from './rich_text.js';
import { fill } from './texts.js';

/** @import { Film, FilmChoice, FilmDecision, FilmEnding, FilmScene, State, Taken, Words } from './types' */

/** @type {Record<string, keyof Words>} */
const OUTCOMES = {
  success: 'outcomeSuccess', partial: 'outcomePartial', failure: 'outcomeFailure',
  neutral: 'outcomeNeutral',
};

/** @param {Film} film @param {Taken} taken @param {string} language @param {Words} words */
function decision(film, taken, language, words) {
  const scene = /** @type {FilmScene} */ (sceneOf(film, taken.scene));
  const { prompt } = /** @type {FilmDecision} */ (scene.then);
  const choice = /** @type {FilmChoice} */ (choiceOf(scene, taken.choice));
  const remarks = [taken.timeout && words.timedOut, taken.withdrawn && words.withdrawn];
  return make('li', { class: 'decision', 'data-verdict': choice.verdict },
    make('p', { class: 'quiet' }, prompt[language] || scene.title[language] || ''),
    make('h3', {}, choice.text[language] || words.timedOut),
    make('p', { class: 'chips' },
      choice.verdict && make('span', { class: 'chip verdict' }, words[choice.verdict]),
      ...remarks.filter(Boolean).map((each) => make('span', { class: 'chip' }, each))),
    ...(choice.feedback ? feedbackBody(choice.feedback, language, words, film) : []));
}

/** @param {Film} film @param {State} state @param {string} language @param {Words} words */
function indicators(film, state, language, words) {
  const seen = new Set(state.visited.flatMap(
    (id) => sceneOf(film, id)?.indicators.map((each) => each.indicator) ?? [],
  ));
  const met = film.indicators.filter(
    (each) => seen.has(each.id) || state.tally.noticed.includes(each.id),
  );
  if (!met.length) return null;
  return make('section', {}, make('h2', {}, words.indicators), make('ul', { class: 'cards' },
    ...met.map((each) => {
      const noticed = state.tally.noticed.includes(each.id);
      return make('li', { class: noticed ? 'noticed' : 'missed' },
        make('p', { class: 'chips' },
          make('span', { class: 'chip' }, noticed ? words.noticed : words.missed)),
        make('h3', {}, each.name[language] ?? ''),
        ...richText(each.description, language),
        ...resourceList(film, each.resources, language, words));
    })));
}

/**
 * Points, and the mark where there is one.
 * @param {number} value @param {number|null} mark @param {Words} words
 */
function points(value, mark, words) {
  const reached = mark != null && value >= mark;
  return make('p', { class: 'points' }, fill(words.points, { points: value }),
    mark != null && make('span', { class: 'quiet' },
      ` (${fill(words.passMark, { mark })}, ${reached ? words.passed : words.notPassed})`));
}

/** @param {Film} film @param {State} state @param {string} language @param {Words} words */
function competences(film, state, language, words) {
  const { score, competences: gained } = state.tally;
  const total = film.settings.pass_mark;
  if (!film.competences.length && total == null) return null;
  return make('section', {}, make('h2', {}, words.competences), make('ul', { class: 'cards' },
    total != null && make('li', {}, make('h3', {}, words.score), points(score, total, words)),
    ...film.competences.map((each) => make('li', {},
      make('h3', {}, each.name[language] ?? ''),
      points(gained[each.id] ?? 0, each.pass_mark, words),
      ...richText(each.description, language)))));
}

/**
 * The debrief of an ended playthrough.
 * @param {Film} film @param {State} state @param {string} language @param {Words} words
 * @param {() => void} restart
 */
export function debrief(film, state, language, words, restart) {
  const scene = /** @type {FilmScene} */ (sceneOf(film, state.scene));
  const { outcome, headline, debrief: text, resources } = (
    /** @type {FilmEnding} */ (scene.then));
  const help = film.resources.filter((each) => each.help && !resources.includes(each.id))
    .map((each) => each.id);
  const needed = resourceList(film, [...resources, ...help], language, words);
  return make('article', { id: 'debrief', 'data-outcome': outcome },
    make('header', {},
      make('p', { class: 'eyebrow' }, words[OUTCOMES[outcome]]),
      make('h1', { tabindex: '-1' }, headline[language] || scene.title[language] || ''),
      ...richText(text, language),
      make('p', { class: 'actions' },
        make('button', { type: 'button', id: 'restart', class: 'main', click: restart },
          words.again))),
    make('section', {}, make('h2', {}, words.decisions), state.path.length
      ? make('ol', { class: 'decisions' },
        ...state.path.map((each) => decision(film, each, language, words)))
      : make('p', {}, words.noDecisions)),
    indicators(film, state, language, words),
    competences(film, state, language, words),
    needed.length > 0 && make('section', {}, make('h2', {}, words.resources), ...needed));
}
