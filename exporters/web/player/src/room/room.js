// For a room with one screen: big words, no time limits, no points; the room votes, talks, and
// tries out what would have happened.

import { button, make } from '../dom.js';
import { sceneOf, start } from '../engine.js';
import { storyMap } from '../map.js';
import { fill } from '../texts.js';
import { roomSummary } from './summary.js';

/** @import { Player } from '../player.js' */
/** @import { Film, FilmChoice, FilmScene, Note, State } from '../types' */

/**
 * What happened in a session. `votes` are counts by choice, `trial` marks what was only tried out.
 * @typedef {{scene: string, votes: Record<string, number>, choice: string|null, trial: boolean}} Turn
 * @typedef {{started: string, turns: Turn[], notes: Record<string, string>,
 *   talked: Record<string, number>}} Session
 */

/** The film as a room plays it: decisions wait for the room. @param {Film} film @returns {Film} */
export const forRoom = (film) => ({
  ...film,
  scenes: film.scenes.map((scene) => (scene.then?.kind === 'decision' ? {
    ...scene,
    then: {
      ...scene.then, time_limit: null, on_timeout: null, while_waiting: 'hold', on_choice: 'cut',
      shuffle: false,
    },
  } : scene)),
});

/** The choices with most votes; none without votes. @param {Record<string, number>} votes */
export function leading(votes) {
  const most = Math.max(1, ...Object.values(votes));
  return Object.keys(votes).filter((id) => votes[id] === most);
}

/** Minutes and seconds. @param {number} seconds */
export const clockFace = (seconds) => {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

/** The facilitator's side of the screen. */
export class Room {
  /** @param {Player} player */
  constructor(player) {
    this.player = player;
    player.film = forRoom(player.film);
    /** The choice that got the last vote. @type {string|undefined} */
    this.last = undefined;
    /** The scene and phase that are drawn. */
    this.drawn = '';
    this.key = `scenario-studio:${player.film.id}:room`;
    this.element = make('aside', { class: 'room-side' });
    /** @type {Session} */
    this.session = { started: new Date().toISOString(), turns: [], notes: {}, talked: {} };
    try {
      Object.assign(this.session, JSON.parse(localStorage.getItem(this.key) ?? '{}'));
    } catch {
      // Storage may be forbidden or hold rubbish: a new session serves.
    }
    /** Where the room's own way stands while something is tried out. @type {State|null} */
    this.own = null;
    /** States in which the room decided, for going back. @type {State[]} */
    this.decided = [];
    /** @type {Turn} */
    this.turn = this.newTurn('');
    /** The question being talked about. @type {{index: number, left: number}|null} */
    this.talk = null;
    player.watch((note) => this.note(note));
    player.root.append(this.element);
    setInterval(() => this.tick(), 1000);
  }

  /** @param {string} scene @returns {Turn} */
  newTurn(scene) {
    return { scene, votes: {}, choice: null, trial: Boolean(this.own) };
  }

  get scene() {
    return /** @type {FilmScene} */ (this.player.scene);
  }

  /** @param {Note} note */
  note(note) {
    if (note.kind !== 'begin' && note.kind !== 'act') return;
    const { state } = note;
    const place = state.scene ?? '';
    if (place !== this.turn.scene) this.talk = null;
    if (place !== this.turn.scene || this.turn.choice) this.turn = this.newTurn(place);
    if (note.kind === 'begin' || note.action.action === 'open') this.session.turns.push(this.turn);
    if (state.phase === 'deciding' && !this.decided.includes(state)) this.decided.push(state);
    this.keep();
    queueMicrotask(() => this.draw());
  }

  keep() {
    try {
      localStorage.setItem(this.key, JSON.stringify(this.session));
    } catch {
      // Kept for this visit only.
    }
  }

  // --- Votes ----------------------------------------------------------------------------------

  /** A hand goes up, or down again. @param {string} choice @param {number} [more] */
  vote(choice, more = 1) {
    const { votes } = this.turn;
    votes[choice] = Math.max(0, (votes[choice] ?? 0) + more);
    this.last = choice;
    this.keep();
    this.draw();
    return true;
  }

  /** The room takes the choice. @param {string} choice */
  follow(choice) {
    this.turn.choice = choice;
    this.player.dispatch({ action: 'choose', choice });
  }

  tally() {
    const { words, language, play } = this.player;
    const rows = play.overlay.row.map((each, index) => ({ ...each, index })).filter((each) => each.enabled);
    const { votes } = this.turn;
    const sum = Object.values(votes).reduce((total, each) => total + each, 0);
    const first = leading(votes);
    /** @param {string} id */
    const text = (id) => rows.find((each) => each.choice.id === id)?.choice.text[language] ?? '';
    return make('div', { class: 'tally' },
      make('p', { role: 'status' }, make('strong', {}, fill(words.votes, { votes: sum }))),
      make('p', { class: 'quiet' }, words.voteHint),
      make('ol', {}, ...rows.map(({ choice, index }) => {
        const bar = make('span', { class: 'bar' }, make('span'));
        /** @type {HTMLElement} */ (bar.firstChild).style.width = (
          `${(100 * (votes[choice.id] ?? 0)) / Math.max(sum, 1)}%`);
        return make('li', { value: index + 1 },
          make('span', {}, `${choice.text[language] ?? ''} `,
            make('strong', { 'data-votes': choice.id }, String(votes[choice.id] ?? 0))), bar,
          button(words.follow, () => this.follow(choice.id), {
            class: 'follow', 'data-follow': choice.id,
            'aria-label': `${words.follow}: ${choice.text[language] ?? ''}`,
          }));
      })),
      make('p', { class: 'actions' },
        first.length === 1 && button(`${words.follow}: ${text(first[0])}`,
          () => this.follow(first[0]), { class: 'main', id: 'follow' }),
        first.length > 1 && make('span', { class: 'quiet' }, words.tie),
        sum > 0 && button(words.lessVote, () => this.vote(this.last ?? first[0], -1))));
  }

  // --- Talk and notes -------------------------------------------------------------------------

  tick() {
    if (!this.talk || !this.scene) return;
    this.talk.left -= 1;
    const id = `${this.scene.id} ${this.talk.index}`;
    this.session.talked[id] = (this.session.talked[id] ?? 0) + 1;
    const face = this.element.querySelector('.talking .face');
    if (face) face.textContent = this.talk.left > 0 ? clockFace(this.talk.left) : this.player.words.timeUp;
    if (this.talk.left <= 0) this.talk = null;
    this.keep();
  }

  /** @param {number} index */
  toggleTalk(index) {
    const { seconds } = this.scene.discussion[index];
    this.talk = this.talk?.index === index ? null : { index, left: seconds ?? 180 };
    this.draw();
  }

  questions() {
    const { words, language } = this.player;
    const { discussion } = this.scene;
    if (!discussion.length) return null;
    return make('section', {}, make('h3', {}, words.talk), ...discussion.map((each, index) => {
      const now = this.talk?.index === index;
      return make('div', { class: now ? 'question talking' : 'question' },
        make('p', {}, each.question[language] ?? ''),
        make('p', { class: 'actions' },
          make('strong', { class: 'face', role: 'timer' },
            clockFace(now && this.talk ? this.talk.left : each.seconds ?? 180)),
          button(now ? words.stopTimer : words.startTimer, () => this.toggleTalk(index))));
    }));
  }

  notes() {
    const { words } = this.player;
    const { id } = this.scene;
    const area = make('textarea', {
      rows: 3, id: 'notes', input: () => {
        this.session.notes[id] = area.value;
        this.keep();
      },
    });
    area.value = this.session.notes[id] ?? '';
    return make('section', {}, make('h3', {}, make('label', { for: 'notes' }, words.notes)), area);
  }

  // --- Ways -----------------------------------------------------------------------------------

  openMap() {
    const { player } = this;
    const { film, language, words, state } = player;
    player.setPaused(true);
    const all = { shown: () => true, named: () => true };
    player.panel.open({ id: 'room-map', class: 'panel closable wide' }, words.jump, [
      make('div', { class: 'map-space', tabindex: 0, role: 'region', 'aria-label': words.map },
        storyMap(film, state?.entered ?? [], all, language, words, (id) => this.jump(id))),
    ], [button(words.close, () => player.closePanel())]);
  }

  /** To any scene, with all that is known so far. @param {string} id */
  jump(id) {
    const { film, state } = this.player;
    const there = start(film, id, state?.tally);
    this.player.begin(!state ? there : {
      ...there,
      visited: [...new Set([...state.visited, id])],
      entered: [...state.entered, id],
      path: state.path,
    });
  }

  /** Back to a decision; what follows is only tried out. @param {State} state */
  tryOut(state) {
    this.own ??= this.player.state;
    this.talk = null;
    this.player.begin(state);
  }

  /** Back to the room's own way. */
  back() {
    const { own } = this;
    if (!own) return;
    this.own = null;
    this.player.begin(own);
  }

  ways() {
    const { words, language, film } = this.player;
    const select = make('select', {
      'aria-label': words.whatIf, class: 'what-if', change: () => {
        if (select.value) this.tryOut(this.decided[Number(select.value)]);
      },
    }, make('option', { value: '' }, words.whatIf), ...this.decided.map((each, index) => {
      const scene = sceneOf(film, each.scene);
      const prompt = scene?.then?.kind === 'decision' ? scene.then.prompt[language] : '';
      return make('option', { value: index }, prompt || scene?.title[language] || '');
    }).reverse());
    return make('div', { class: 'ways-on' },
      this.own && make('p', { class: 'trial', role: 'status' }, words.trial),
      make('p', { class: 'actions' },
        this.own && button(words.backToOwn, () => this.back(), { id: 'own-way', class: 'main' }),
        !this.own && this.decided.length > 0 && select,
        button(words.jump, () => this.openMap(), { id: 'jump' }),
        button(words.endSession, () => this.openSummary(), { id: 'end-session' })));
  }

  openSummary() {
    const { player } = this;
    const { state } = player;
    player.play.stage.pause();
    document.documentElement.classList.remove('side');
    player.showScreen(roomSummary(this, () => {
      if (state) player.begin(state);
      else player.showStart();
    }));
  }

  /** Nothing of the session stays. */
  forget() {
    this.session = { started: new Date().toISOString(), turns: [], notes: {}, talked: {} };
    this.decided = [];
    this.own = null;
    this.keep();
  }

  draw() {
    const { state, words, language } = this.player;
    if (!state || !this.scene) return;
    document.documentElement.classList.add('side');
    this.element.setAttribute('aria-label', words.room);
    const typing = document.activeElement?.id === 'notes';
    if (typing && this.drawn === `${state.scene} ${state.phase}`) return;
    const focus = /** @type {HTMLElement|null} */ (document.activeElement)?.dataset.follow;
    this.drawn = `${state.scene} ${state.phase}`;
    this.element.replaceChildren(
      make('h2', {}, this.scene.title[language] ?? ''),
      ...[
        state.phase === 'deciding' ? this.tally() : null,
        this.questions(), this.notes(), this.ways(),
      ].filter((each) => each != null),
    );
    if (focus) {
      /** @type {HTMLElement|null} */ (this.element.querySelector(`[data-follow="${CSS.escape(focus)}"]`))
        ?.focus();
    }
  }
}
