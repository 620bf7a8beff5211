// For a room with one screen: big words, no time limits, no points; the room votes, talks, and
// tries out what would have happened.

import { button, make } from '../dom.js';
import { sceneOf, start } from '../engine.js';
import { storyMap } from '../map.js';
import { closeButton } from '../panels.js';
import { fill } from '../texts.js';
import { tick } from '../tick.js';
import { Sessions } from './sessions.js';
import { roomSummary } from './summary.js';

/** @import { Player } from '../player.js' */
/** @import { Session, Turn } from './sessions.js' */
/** @import { Film, FilmScene, Note, State } from '../types' */

/** Decisions that one can come back to. */
const DECIDED = 60;
/** Seconds to talk where the author set none. */
const TALK = 180;

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
    this.element = make('aside', { class: 'room-side' });
    this.sessions = new Sessions(player.film);
    this.session = this.sessions.fresh();
    /** Whether the session goes on: what begins then begins in it. */
    this.going = false;
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
    return { scene, votes: {}, choice: null, trial: Boolean(this.session.own) };
  }

  get scene() {
    return /** @type {FilmScene} */ (this.player.scene);
  }

  /** @param {Note} note */
  note(note) {
    if (note.kind !== 'begin' && note.kind !== 'act') return;
    const { state } = note;
    if (note.kind === 'begin' && !this.going) this.session = this.sessions.fresh();
    this.going = true;
    const { turns, decided } = this.session;
    const place = state.scene ?? '';
    if (place !== this.turn.scene) this.talk = null;
    if (place !== this.turn.scene || this.turn.choice) this.turn = this.newTurn(place);
    if (state.phase !== 'feedback' && !turns.includes(this.turn)) turns.push(this.turn);
    this.session.state = state;
    const way = state.entered.join();
    if (state.phase === 'deciding' && !decided.some((each) => each.entered.join() === way)) {
      decided.push(state);
      decided.splice(0, decided.length - DECIDED);
    }
    this.keep();
    queueMicrotask(() => this.draw());
  }

  keep() {
    this.sessions.put(this.session);
  }

  /** Goes on where a session stood, with its votes. @param {Session} session */
  resume(session) {
    const { state, turns } = session;
    this.session = session;
    this.going = true;
    const last = turns[turns.length - 1];
    if (last?.scene === state?.scene && !last.choice) this.turn = last;
    else this.turn = this.newTurn('');
    if (state) this.player.begin(state);
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
      make('ul', {}, ...rows.map(({ choice, index, region }) => {
        const bar = make('span', { class: 'bar' }, make('span'));
        /** @type {HTMLElement} */ (bar.firstChild).style.width = (
          `${(100 * (votes[choice.id] ?? 0)) / Math.max(sum, 1)}%`);
        // What stands beside the picture need not be read twice.
        return make('li', {},
          make('span', { class: region ? 'answer' : 'unseen' }, choice.text[language] ?? ''),
          make('kbd', { 'aria-hidden': 'true' }, String(index + 1)), bar,
          make('strong', { 'data-votes': choice.id }, String(votes[choice.id] ?? 0)),
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
    if (!this.talk?.left || !this.scene) return;
    this.talk.left = Math.max(0, this.talk.left - 1);
    const id = `${this.scene.id} ${this.talk.index}`;
    this.session.talked[id] = (this.session.talked[id] ?? 0) + 1;
    const [face, press] = this.element.querySelectorAll('.talking .face, .talking button');
    if (face) face.textContent = this.face(this.talk.left);
    if (!this.talk.left) {
      if (press) press.textContent = this.player.words.startTimer;
      this.chime();
    }
    this.keep();
  }

  /** What a timer shows. @param {number} left seconds */
  face(left) {
    return left > 0 ? clockFace(left) : this.player.words.timeUp;
  }

  /** The time is up: three knocks, unless the sound is off. */
  chime() {
    const { muted, volume } = this.player.preferences.values;
    if (!muted) [0, 250, 500].forEach((wait) => setTimeout(() => tick(volume), wait));
  }

  /** @param {number} index */
  toggleTalk(index) {
    const { seconds } = this.scene.discussion[index];
    const runs = this.talk?.index === index && this.talk.left;
    this.talk = runs ? null : { index, left: seconds ?? TALK };
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
            this.face(now && this.talk ? this.talk.left : each.seconds ?? TALK)),
          button(now && this.talk?.left ? words.stopTimer : words.startTimer,
            () => this.toggleTalk(index))));
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
    this.session.own ??= this.player.state;
    this.talk = null;
    this.turn = this.newTurn('');
    this.player.begin(state);
  }

  /** Back to the room's own way. */
  back() {
    const { own } = this.session;
    if (!own) return;
    this.session.own = null;
    this.turn = this.newTurn('');
    this.player.begin(own);
  }

  /** The decisions so far, to try another answer. */
  openWhatIf() {
    const { player } = this;
    const { film, language, words } = player;
    player.setPaused(true);
    player.panel.open({ id: 'what-if', class: 'panel closable' }, words.whatIf, [
      make('ol', { class: 'chapter-list' }, ...[...this.session.decided].reverse().map((each) => {
        const scene = /** @type {FilmScene} */ (sceneOf(film, each.scene));
        const { then } = scene;
        const prompt = then?.kind === 'decision' ? then.prompt[language] : '';
        return make('li', {}, make('button', {
          type: 'button', 'data-scene': scene.id, click: () => this.tryOut(each),
        }, scene.title[language] ?? '', prompt && make('small', {}, prompt)));
      })),
    ], [closeButton(player, words.close, true)]);
  }

  ways() {
    const { words } = this.player;
    const { decided, own } = this.session;
    return make('div', { class: 'ways-on' },
      own && make('p', { class: 'trial', role: 'status' }, words.trial),
      make('p', { class: 'actions' },
        own && button(words.backToOwn, () => this.back(), { id: 'own-way', class: 'main' }),
        decided.length > 0
          && button(words.whatIf, () => this.openWhatIf(), { id: 'what-if-open' }),
        button(words.jump, () => this.openMap(), { id: 'jump' }),
        button(words.endSession, () => this.openSummary(), { id: 'end-session' })));
  }

  /** What a session was; the one at hand can be gone on with. @param {Session} [session] */
  openSummary(session = this.session) {
    const { player } = this;
    const { state } = player;
    if (state) {
      player.play.close();
      player.panel.close();
      player.state = null;
    }
    this.talk = null;
    document.documentElement.classList.remove('side');
    player.showScreen(roomSummary(this, session, state ? () => player.begin(state) : null));
  }

  /** To the first screen; the session is kept there. */
  leave() {
    this.going = false;
    this.player.showStart();
  }

  /** The sessions kept in this browser: to go on, to read, to delete. */
  offers() {
    const { language, words, film } = this.player;
    const rows = this.sessions.list.map((each) => {
      const day = new Date(each.started).toLocaleString(language, {
        dateStyle: 'medium', timeStyle: 'short',
      });
      const scene = sceneOf(film, each.state?.scene)?.title[language] ?? '';
      return make('li', {},
        this.sessions.lasts(each)
          ? make('button', { type: 'button', class: 'resume', click: () => this.resume(each) },
            scene, make('small', {}, day))
          : make('span', { class: 'resume quiet' }, day),
        button(words.endSession, () => this.openSummary(each), {
          class: 'read', 'aria-label': `${words.endSession}: ${day}`,
        }),
        button('×', () => {
          this.sessions.remove(each.id);
          this.player.showStart();
        }, { class: 'forget', 'aria-label': `${words.forget}: ${scene}, ${day}` }));
    });
    return rows.length ? [make('section', { class: 'unfinished' },
      make('h2', {}, words.goOnSession), make('ul', {}, ...rows))] : [];
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
