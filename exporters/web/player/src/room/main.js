// The entry of the facilitator's bundle, which the player loads when a room plays.

import { Room } from './room.js';

/** @type {any} */ (window).scenarioRoom = Room;
