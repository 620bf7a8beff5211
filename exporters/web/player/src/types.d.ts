// Types shared by the player's modules; the film's own come from film.d.ts.

import type {
  Film, FilmChoice, FilmDecision, FilmMedia, FilmScene, NumberVariable, FlagVariable, TextVariable,
  Comparison, ScoreComparison, Visited, Chosen, Noticed, AllOf, AnyOf, Not, SetVariable,
  AddToVariable, NoticeIndicator,
} from './film';
import type words from '../../words/en.json';

export type { Film, FilmChoice, FilmDecision, FilmMedia, FilmScene };
export type * from './film';

/** Language tag to text. */
export type Text = Record<string, string>;
/** Language tag to blocks (docs/film-format.md). */
export type Rich = Record<string, unknown[]>;
export type Cue = [number, number, string];
export type Words = typeof words;
export type Variable = NumberVariable | FlagVariable | TextVariable;
export type Condition =
  | Comparison | ScoreComparison | Visited | Chosen | Noticed | AllOf | AnyOf | Not;
export type Effect = SetVariable | AddToVariable | NoticeIndicator;
export type Value = boolean | number | string;

export type Action = {
  action: 'open' | 'finish' | 'choose' | 'timeout' | 'proceed' | 'retry';
  choice?: string;
};
export type Tally = {
  variables: Record<string, Value>;
  score: number;
  competences: Record<string, number>;
  noticed: string[];
};
export type Taken = { scene: string; choice: string; timeout?: true; withdrawn?: true };
export type State = {
  phase: 'playing' | 'deciding' | 'feedback' | 'ended' | 'stuck';
  scene: string | null;
  tally: Tally;
  visited: string[];
  entered: string[];
  path: Taken[];
  before: Tally | null;
};

/**
 * What happened, for whoever keeps a record. `begin` carries the first state, `act` the action
 * and the state after it, `fault` a clip that could not be played, `limit` a time limit that the
 * trainee changed, `notice` an indicator found while the film went on, `skip` a scene skipped or
 * replaced by its summary.
 */
export type Note =
  | { kind: 'begin'; state: State }
  | { kind: 'act'; action: Action; state: State }
  | { kind: 'fault'; scene: string; src: string; reason: string }
  | { kind: 'limit'; scene: string; how: 'extended' | 'off' }
  | { kind: 'skip'; scene: string; how: 'seen' | 'summary' };
