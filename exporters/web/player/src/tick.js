// A quiet sound for the last seconds of a time limit.

/** @type {AudioContext|undefined} */
let context;

/** One soft tick; silent where the browser has no sound to give. @param {number} volume 0 to 1 */
export function tick(volume) {
  try {
    context ??= new AudioContext();
    const gain = context.createGain();
    const wave = context.createOscillator();
    const now = context.currentTime;
    wave.frequency.value = 660;
    gain.gain.setValueAtTime(0.08 * volume, now);
    gain.gain.exponentialRampToValueAtTime(0.0001, now + 0.12);
    wave.connect(gain).connect(context.destination);
    wave.start(now);
    wave.stop(now + 0.13);
  } catch {
    // The time is seen and told all the same.
  }
}
