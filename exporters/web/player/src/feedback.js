// Panels over the picture: feedback about a choice, a note before a hard scene, a defect.

import { make } from './dom.js';
import { hasText, richText } from './rich_text.js';
import { resourceList } from './resources.js';

/** The words of one piece of feedback; used at once and in the debrief. */
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

/** One panel at a time, with its buttons; the rest waits. */
export class Panel {
  constructor() {
    this.element = make('div', { class: 'panel-space', hidden: true });
  }

  open(attributes, title, body, buttons) {
    const heading = make('h2', { tabindex: '-1' }, title);
    this.element.replaceChildren(make('section', {
      class: 'panel', role: 'dialog', 'aria-label': title, ...attributes,
    }, heading, make('div', { class: 'panel-body' }, ...body),
    make('div', { class: 'panel-buttons' }, ...buttons)));
    this.element.hidden = false;
    heading.focus({ preventScroll: true });
  }

  feedback(choice, language, words, film, retry, act) {
    const { verdict, feedback } = choice;
    this.open(
      { id: 'feedback', 'data-verdict': verdict },
      verdict ? words[verdict] : words.feedback,
      feedbackBody(feedback, language, words, film),
      [
        make('button', { type: 'button', id: 'proceed', class: 'main', click: () => act('proceed') },
          words.proceed),
        retry && make('button', { type: 'button', id: 'retry', click: () => act('retry') },
          words.retry),
      ],
    );
  }

  close() {
    this.element.hidden = true;
    this.element.replaceChildren();
  }
}
