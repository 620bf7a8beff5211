// What the second bundle uses of the first one's modules: the build puts it on the window, and
// there takes the place of these modules.

export { Attempt, replay, restore, round } from './attempt.js';
export { languageName } from './controls.js';
export { button, draw, make, saveFile } from './dom.js';
export { actions, choiceOf, isEnabled, sceneOf, start, step } from './engine.js';
export { feedbackBody } from './feedback.js';
export { resourceList } from './resources.js';
export { hasText, richText } from './rich_text.js';
export { nameField } from './screens.js';
export { fill } from './texts.js';
export { Shelf } from './shelf.js';
export { tick } from './tick.js';
