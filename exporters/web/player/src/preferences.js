// What the trainee set, kept between visits where the browser allows it.

/** Language, captions, volume. The key carries the story's id: file:// films share one store. */
export class Preferences {
  /** @param {import('./types').Film} film */
  constructor(film) {
    this.key = `scenario-studio:${film.id}:preferences`;
    const browser = (navigator.language || '').toLowerCase().split('-')[0];
    this.values = {
      language: film.languages.find((each) => each.split('-')[0] === browser) ?? film.languages[0],
      captions: true,
      captionSize: 1,
      captionBox: true,
      captionPlace: 'bottom',
      /** Languages of captions and of speech; empty for the film's. */
      captionLanguage: '',
      audio: '',
      described: false,
      transcript: false,
      rate: 1,
      /** author, longer or off. */
      limits: 'author',
      ticks: true,
      /** Whether single letters and digits act. */
      keys: true,
      volume: 1,
      muted: false,
    };
    try {
      Object.assign(this.values, JSON.parse(localStorage.getItem(this.key) ?? '{}'));
    } catch {
      // Storage may be forbidden or hold rubbish: the defaults serve.
    }
    const { values } = this;
    if (!film.languages.includes(values.language)) values.language = film.languages[0];
    if (!film.languages.includes(values.audio)) values.audio = '';
    if (!film.languages.includes(values.captionLanguage)) values.captionLanguage = '';
  }

  /**
   * @template {keyof Preferences['values']} Name
   * @param {Name} name @param {Preferences['values'][Name]} value
   */
  set(name, value) {
    this.values[name] = value;
    try {
      localStorage.setItem(this.key, JSON.stringify(this.values));
    } catch {
      // Kept for this visit only.
    }
  }
}

/** Author's preview: index.html#speed=8 plays clips and cards faster (0.25 to 16). @param {string} hash */
export function previewSpeed(hash) {
  const found = /(?:^#|&)speed=([\d.]+)/.exec(hash);
  const speed = found ? Number(found[1]) : 1;
  return speed >= 0.25 && speed <= 16 ? speed : 1;
}

/**
 * Author's preview: index.html#scene=ID&lang=pl begins at that scene, in that language.
 * What the film does not have is passed over.
 * @param {string} hash @param {import('./types').Film} film
 */
export function previewPlace(hash, film) {
  const wanted = new URLSearchParams(hash.replace(/^#/, ''));
  const scene = film.scenes.find((each) => each.id === wanted.get('scene'));
  const language = film.languages.find((each) => each === wanted.get('lang'));
  return { scene: scene?.id, language };
}
