// What the facilitator's bundle uses of the player's; the build puts it on the window.

export { button, make, saveFile } from './dom.js';
export { sceneOf, start } from './engine.js';
export { storyMap } from './map.js';
export { fill } from './texts.js';
