// What conditions and effects mean: the same as studio/story/rules.py.

/** @import { Condition, Effect, Film, FilmChoice, State, Tally, Value, Variable } from './types' */

/** @type {Record<string, (a: number, b: number) => boolean>} */
const ORDER = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/**
 * A value of an object by a key of the author's, who may write "constructor".
 * @template T @param {Record<string, T>} object @param {string} key @returns {T|undefined}
 */
const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);

/**
 * Values of different kinds are unequal, and never ordered.
 * @param {Value|undefined} left @param {string} operator @param {Value} right
 */
export function compare(left, operator, right) {
  if (operator === '=') return left === right;
  if (operator === '!=') return left !== right;
  if (typeof left !== 'number' || typeof right !== 'number') return false;
  return Object.hasOwn(ORDER, operator) && ORDER[operator](left, right);
}

/**
 * Whether the condition is true for the state; no condition is true.
 * @param {Condition|null} condition @param {State} state @returns {boolean}
 */
export function holds(condition, state) {
  if (!condition) return true;
  switch (condition.if) {
    case 'compare':
      return compare(
        own(state.tally.variables, condition.variable), condition.operator, condition.value,
      );
    case 'score': {
      const left = condition.competence == null
        ? state.tally.score
        : own(state.tally.competences, condition.competence) ?? 0;
      return compare(left, condition.operator, condition.value);
    }
    case 'visited':
      return state.visited.includes(condition.scene);
    case 'chosen':
      return isTaken(state, condition.scene, condition.choice);
    case 'noticed':
      return state.tally.noticed.includes(condition.indicator);
    case 'all':
      return condition.conditions.every((each) => holds(each, state));
    case 'any':
      return condition.conditions.some((each) => holds(each, state));
    case 'not':
      return !holds(condition.condition, state);
    default:
      throw new Error(`unknown condition: ${/** @type {Condition} */ (condition).if}`);
  }
}

/**
 * Whether the choice was taken and not tried again since.
 * @param {State} state @param {string} scene @param {string} choice
 */
export function isTaken(state, scene, choice) {
  return state.path.some(
    (each) => each.scene === scene && each.choice === choice && !each.withdrawn,
  );
}

/**
 * The number within the variable's bounds; the minimum wins if they cross.
 * @param {{minimum?: number|null, maximum?: number|null}} variable @param {number} number
 */
export function clamp(variable, number) {
  let within = number;
  if (variable.maximum != null && within > variable.maximum) within = variable.maximum;
  if (variable.minimum != null && within < variable.minimum) within = variable.minimum;
  return within;
}

/** Variable id to its initial value. @param {Variable[]} variables */
export function initialValues(variables) {
  return Object.fromEntries(variables.map((each) => [
    each.id, each.kind === 'number' ? clamp(each, each.initial) : each.initial,
  ]));
}

/**
 * The variable's value after a set or add; an effect of the wrong kind changes nothing.
 * @param {Variable|undefined} variable @param {Value|undefined} before @param {Effect} effect
 */
export function assign(variable, before, effect) {
  if (variable === undefined || before === undefined) return before;
  if (effect.do === 'set') {
    if (typeof effect.value !== typeof before) return before;
    return variable.kind === 'number' ? clamp(variable, Number(effect.value)) : effect.value;
  }
  if (effect.do === 'add' && variable.kind === 'number') {
    return clamp(variable, Number(before) + effect.amount);
  }
  return before;
}

/**
 * The tally after a row of effects.
 * @param {Film} film @param {Tally} tally @param {Effect[]} effects @returns {Tally}
 */
export function applyEffects(film, tally, effects) {
  if (!effects.length) return tally;
  const variables = { ...tally.variables };
  let noticed = tally.noticed;
  for (const effect of effects) {
    if (effect.do === 'notice') {
      if (!noticed.includes(effect.indicator)) noticed = [...noticed, effect.indicator];
      continue;
    }
    const variable = film.variables.find((each) => each.id === effect.variable);
    const after = assign(variable, own(variables, effect.variable), effect);
    if (after !== undefined) variables[effect.variable] = after;
  }
  return { ...tally, variables, noticed };
}

/** The tally with the choice's points. @param {Tally} tally @param {FilmChoice} choice @returns {Tally} */
export function addPoints(tally, choice) {
  const competences = { ...tally.competences };
  for (const [id, points] of Object.entries(choice.competences)) {
    competences[id] = (own(competences, id) ?? 0) + points;
  }
  return { ...tally, score: tally.score + choice.score, competences };
}
