// The result file (docs/result-format.md): what one attempt was, to keep and to go on from.

import { restore, round } from './attempt.js';
import { choiceOf, sceneOf } from './engine.js';

/** @import { Attempt } from './attempt.js' */
/** @import { Film, FilmScene, State } from './types' */

const FORMAT = 'scenario-studio-result';
const VERSION = 1;

/**
 * The attempt of a result file, or null when it is of another film or no longer possible.
 * @param {Film} film @param {string} text
 */
export function readResult(film, text) {
  try {
    const { format, film: of, attempt, actions } = JSON.parse(text);
    if (format !== FORMAT || of.id !== film.id) return null;
    return restore(film, {
      id: attempt.id,
      name: attempt.name ?? '',
      started: attempt.started,
      seconds: attempt.seconds,
      resumed: attempt.resumed,
      from: attempt.from,
      actions,
    });
  } catch {
    return null;
  }
}

/** The indicators that could be noticed on the way, in the film's order. @param {Film} film @param {State} state */
export function metIndicators(film, state) {
  const shown = new Set(state.visited.flatMap(
    (id) => sceneOf(film, id)?.indicators.map((each) => each.indicator) ?? [],
  ));
  return film.indicators.filter(
    (each) => shown.has(each.id) || state.tally.noticed.includes(each.id),
  );
}

/** What the result file holds (docs/result-format.md). @param {Attempt} attempt @param {string} language */
export function result(attempt, language) {
  const { film, data, states, state } = attempt;
  const { tally } = state;
  const then = sceneOf(film, state.scene)?.then;
  const answers = attempt.answers();
  let entered = 0;
  /** @type {{scene: string, at: number}[]} */
  const scenes = [];
  states.forEach((each, index) => {
    for (; entered < each.entered.length; entered += 1) {
      scenes.push({ scene: each.entered[entered], at: data.actions[index - 1]?.at ?? 0 });
    }
  });
  /** @param {number} points @param {number|null} mark */
  const reached = (points, mark) => (mark == null ? null : points >= mark);
  return {
    format: FORMAT,
    version: VERSION,
    film: { id: film.id, hash: film.hash, title: film.title[language] ?? '' },
    attempt: {
      id: data.id,
      name: data.name || null,
      started: data.started,
      saved: new Date().toISOString(),
      seconds: round(data.seconds),
      language,
      finished: attempt.finished,
      resumed: data.resumed,
      from: data.from,
    },
    ending: attempt.finished && then?.kind === 'ending'
      ? { scene: state.scene, outcome: then.outcome } : null,
    scenes,
    choices: state.path.map((taken, index) => {
      const done = data.actions[answers[index]];
      const choice = /** @type {import('./types').FilmChoice} */ (
        choiceOf(/** @type {FilmScene} */ (sceneOf(film, taken.scene)), taken.choice));
      return {
        scene: taken.scene,
        choice: taken.choice,
        verdict: choice.verdict,
        score: choice.score,
        competences: choice.competences,
        at: done.at,
        seconds: round(done.at - (data.actions[answers[index] - 1]?.at ?? 0)),
        timeout: Boolean(taken.timeout),
        withdrawn: Boolean(taken.withdrawn),
        extended: data.extended.includes(taken.scene),
      };
    }),
    score: {
      points: tally.score,
      pass_mark: film.settings.pass_mark,
      passed: reached(tally.score, film.settings.pass_mark),
    },
    competences: film.competences.map((each) => {
      const points = tally.competences[each.id] ?? 0;
      return {
        id: each.id, points, pass_mark: each.pass_mark, passed: reached(points, each.pass_mark),
      };
    }),
    indicators: metIndicators(film, state).map((each) => ({
      id: each.id, noticed: tally.noticed.includes(each.id),
    })),
    time_limits: { extended: data.extended.length, off: data.unlimited },
    problems: data.problems,
    actions: data.actions,
  };
}
