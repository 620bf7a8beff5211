// What is told about a choice.

import { make } from './dom.js';
import { hasText, richText } from './rich_text.js';
import { resourceList } from './resources.js';

/** @import { Film, FilmFeedback, Words } from './types' */

/**
 * The words of one piece of feedback; used at once and in the debrief.
 * @param {FilmFeedback} feedback @param {string} language @param {Words} words @param {Film} film
 * @returns {import('./dom.js').Child[]}
 */
export function feedbackBody(feedback, language, words, film) {
  return [
    feedback.image && make('img', {
      src: feedback.image, alt: feedback.image_description[language] ?? '',
    }),
    ...richText(feedback.text, language),
    ...(hasText(feedback.why, language)
      ? [make('div', { class: 'why' }, make('h3', {}, words.why),
        ...richText(feedback.why, language))] : []),
    ...resourceList(film, feedback.resources, language, words),
  ];
}
