// The entry of the bundle: finds the film that film.js left on the window and plays it.

import { Player } from './player.js';
import { noFilmScreen } from './screens.js';
import * as shared from './shared.js';

/** @type {any} */ (window).scenarioShared = shared;
const film = /** @type {any} */ (window).scenarioFilm;
const root = document.getElementById('film') ?? document.body;
if (film?.format === 'scenario-studio-film' && film.version === 1) new Player(film, root);
else root.replaceChildren(noFilmScreen());
