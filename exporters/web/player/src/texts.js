// Words with {names} in them. The player's own words come with the film (exporters/web/words).

/**
 * The text with its {names} replaced.
 * @param {string} text @param {Record<string, string|number>} values
 */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
