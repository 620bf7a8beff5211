// Made from docs/film.schema.json by npm run build.

/**
 * The compiled film. ``hash`` identifies the story's content that it was made from.
 * 
 *     ``words`` are what the player itself says, by language and key (``exporters/web/words``).
 */
export interface Film {
format: string
version: number
id: string
hash: string
languages: string[]
words: {
[k: string]: {
[k: string]: string
}
}
title: {
[k: string]: string
}
description: {
[k: string]: unknown[]
}
content_note: {
[k: string]: unknown[]
}
start: (string | null)
settings: FilmSettings
theme: FilmTheme
variables: (NumberVariable | FlagVariable | TextVariable)[]
indicators: FilmIndicator[]
competences: FilmCompetence[]
resources: FilmResource[]
glossary: FilmTerm[]
chapters: FilmChapter[]
scenes: FilmScene[]
}
/**
 * How the film behaves; ``most`` is the best score of all playthroughs (None: unknown).
 */
export interface FilmSettings {
frame_width: number
frame_height: number
pass_mark: (number | null)
most: (number | null)
reveal_map: ("after_success" | "always" | "never" | "seen")
seek: ("always" | "never" | "seen")
certificate: boolean
quick_exit: boolean
}
/**
 * The film's look; None keeps the player's default.
 * 
 *     ``font`` is a data address: Firefox reads no font file from ``file://``.
 */
export interface FilmTheme {
accent: (string | null)
background: (string | null)
foreground: (string | null)
logo: (string | null)
logo_description: {
[k: string]: string
}
font: (string | null)
}
/**
 * A number, kept between ``minimum`` and ``maximum`` (inclusive) by every effect.
 */
export interface NumberVariable {
kind: "number"
/**
 * Stable, readable identifier; never renumbered.
 */
id: string
initial: number
minimum: (number | null)
maximum: (number | null)
/**
 * Language tag to plain text, e.g. {'pl': …, 'en': …}.
 */
name: {
[k: string]: string
}
}
/**
 * True or false.
 */
export interface FlagVariable {
kind: "flag"
/**
 * Stable, readable identifier; never renumbered.
 */
id: string
initial: boolean
/**
 * Language tag to plain text, e.g. {'pl': …, 'en': …}.
 */
name: {
[k: string]: string
}
}
/**
 * One of a fixed list of options; the options are identifiers, named per language.
 */
export interface TextVariable {
kind: "text"
/**
 * Stable, readable identifier; never renumbered.
 */
id: string
/**
 * @minItems 1
 * 
 * Items: Stable, readable identifier; never renumbered.
 */
options: [string, ...(string)[]]
/**
 * Stable, readable identifier; never renumbered.
 */
initial: string
/**
 * Language tag to plain text, e.g. {'pl': …, 'en': …}.
 */
name: {
[k: string]: string
}
option_names: {
/**
 * Language tag to plain text, e.g. {'pl': …, 'en': …}.
 */
[k: string]: {
[k: string]: string
}
}
}
/**
 * An indicator.
 */
export interface FilmIndicator {
id: string
name: {
[k: string]: string
}
description: {
[k: string]: unknown[]
}
resources: string[]
}
/**
 * A competence; ``most`` are the points that the best playthrough gains (None: unknown).
 */
export interface FilmCompetence {
id: string
name: {
[k: string]: string
}
description: {
[k: string]: unknown[]
}
pass_mark: (number | null)
most: (number | null)
}
/**
 * A resource; ``file`` maps language to a relative address.
 */
export interface FilmResource {
id: string
title: {
[k: string]: string
}
description: {
[k: string]: unknown[]
}
file: {
[k: string]: string
}
link: {
[k: string]: string
}
phone: (string | null)
help: boolean
}
/**
 * A glossary entry; ``forms`` are what it is found by in running text, longest first.
 */
export interface FilmTerm {
id: string
term: {
[k: string]: string
}
forms: {
[k: string]: string[]
}
meaning: {
[k: string]: unknown[]
}
}
/**
 * A chapter.
 */
export interface FilmChapter {
id: string
title: {
[k: string]: string
}
}
/**
 * One scene.
 */
export interface FilmScene {
id: string
title: {
[k: string]: string
}
/**
 * @minItems 2
 * @maxItems 2
 */
position: [number, number]
chapter: (string | null)
media: {
[k: string]: FilmMedia
}
described: {
[k: string]: FilmMedia
}
captions: {
[k: string]: [number, number, string][]
}
card: FilmCard
transcript: {
[k: string]: unknown[]
}
effects: (SetVariable | AddToVariable | NoticeIndicator)[]
indicators: FilmSighting[]
content_note: (FilmContentNote | null)
hard: boolean
discussion: FilmDiscussion[]
then: ((FilmDecision | FilmNext | FilmEnding) | null)
}
/**
 * One clip in one language: relative address, MIME type, length in seconds.
 * 
 *     ``poster`` is the address of a picture of it; ``card`` says that the clip shows the scene's
 *     card, whose words are in the scene's ``card``.
 */
export interface FilmMedia {
src: string
type: string
seconds: number
poster: (string | null)
card: boolean
}
/**
 * What stands in for the clip; ``seconds`` per language, by reading speed if not given.
 */
export interface FilmCard {
text: {
[k: string]: unknown[]
}
image: (string | null)
image_description: {
[k: string]: string
}
seconds: {
[k: string]: number
}
}
/**
 * Give the variable a value.
 */
export interface SetVariable {
do: "set"
/**
 * Stable, readable identifier; never renumbered.
 */
variable: string
value: (boolean | number | string)
}
/**
 * Add to a number variable (a negative amount takes away).
 */
export interface AddToVariable {
do: "add"
/**
 * Stable, readable identifier; never renumbered.
 */
variable: string
amount: number
}
/**
 * Mark the indicator as noticed.
 */
export interface NoticeIndicator {
do: "notice"
/**
 * Stable, readable identifier; never renumbered.
 */
indicator: string
}
/**
 * When an indicator can be noticed.
 */
export interface FilmSighting {
indicator: string
start: number
end: (number | null)
}
/**
 * The note before a hard scene and the summary that replaces it.
 */
export interface FilmContentNote {
text: {
[k: string]: unknown[]
}
summary: {
[k: string]: unknown[]
}
}
/**
 * A workshop question.
 */
export interface FilmDiscussion {
question: {
[k: string]: string
}
seconds: (number | null)
}
/**
 * A decision; times in seconds of the exported clip.
 */
export interface FilmDecision {
kind: "decision"
prompt: {
[k: string]: string
}
opens: (number | null)
time_limit: (number | null)
on_timeout: (string | null)
while_waiting: ("continue" | "hold" | "loop")
on_choice: ("cut" | "play_out")
retry: boolean
shuffle: boolean
hint_after: (number | null)
choices: FilmChoice[]
loop: (FilmMedia | null)
}
/**
 * One choice of a decision.
 */
export interface FilmChoice {
id: string
text: {
[k: string]: string
}
region: (Region | null)
condition: ((Comparison | ScoreComparison | Visited | Chosen | Noticed | AllOf | AnyOf | Not) | null)
when_unavailable: ("disable" | "hide")
unavailable_reason: {
[k: string]: string
}
effects: (SetVariable | AddToVariable | NoticeIndicator)[]
score: number
competences: {
[k: string]: number
}
verdict: (("acceptable" | "right" | "wrong") | null)
feedback: (FilmFeedback | null)
target: (string | null)
once: boolean
offered: boolean
}
/**
 * The part of the picture that is a hotspot, and when it can be clicked.
 */
export interface Region {
area: Area
opens: number
closes: (number | null)
}
/**
 * A rectangle or ellipse (the one inscribed in the rectangle) on the picture.
 */
export interface Area {
x: number
y: number
width: number
height: number
shape: ("ellipse" | "rectangle")
}
/**
 * ``variable operator value``; order operators are for numbers only.
 */
export interface Comparison {
if: "compare"
/**
 * Stable, readable identifier; never renumbered.
 */
variable: string
operator: ("!=" | "<" | "<=" | "=" | ">" | ">=")
value: (boolean | number | string)
}
/**
 * The score so far, overall or of one competence, against a number.
 */
export interface ScoreComparison {
if: "score"
operator: ("!=" | "<" | "<=" | "=" | ">" | ">=")
value: number
competence: (string | null)
}
/**
 * True once the scene has been entered (the scene that is being played counts).
 */
export interface Visited {
if: "visited"
/**
 * Stable, readable identifier; never renumbered.
 */
scene: string
}
/**
 * True once the choice has been taken and not withdrawn by trying again.
 */
export interface Chosen {
if: "chosen"
/**
 * Stable, readable identifier; never renumbered.
 */
scene: string
/**
 * Stable, readable identifier; never renumbered.
 */
choice: string
}
/**
 * True once the indicator has been noticed.
 */
export interface Noticed {
if: "noticed"
/**
 * Stable, readable identifier; never renumbered.
 */
indicator: string
}
/**
 * True if every condition is true; an empty list is true.
 */
export interface AllOf {
if: "all"
conditions: (Comparison | ScoreComparison | Visited | Chosen | Noticed | AllOf | AnyOf | Not)[]
}
/**
 * True if some condition is true; an empty list is false.
 */
export interface AnyOf {
if: "any"
conditions: (Comparison | ScoreComparison | Visited | Chosen | Noticed | AllOf | AnyOf | Not)[]
}
/**
 * True if the condition is false.
 */
export interface Not {
if: "not"
condition: (Comparison | ScoreComparison | Visited | Chosen | Noticed | AllOf | AnyOf | Not)
}
/**
 * Feedback about a choice; ``media`` is a clip by language, empty without one.
 */
export interface FilmFeedback {
text: {
[k: string]: unknown[]
}
why: {
[k: string]: unknown[]
}
when: ("at_once" | "debrief")
image: (string | null)
image_description: {
[k: string]: string
}
resources: string[]
media: {
[k: string]: FilmMedia
}
captions: {
[k: string]: [number, number, string][]
}
}
/**
 * One way on.
 */
export interface FilmNext {
kind: "next"
target: (string | null)
branches: ConditionalTarget[]
}
/**
 * A way on that is taken when its condition holds.
 */
export interface ConditionalTarget {
condition: (Comparison | ScoreComparison | Visited | Chosen | Noticed | AllOf | AnyOf | Not)
/**
 * Stable, readable identifier; never renumbered.
 */
target: string
}
/**
 * An ending with its debrief.
 */
export interface FilmEnding {
kind: "ending"
outcome: ("failure" | "neutral" | "partial" | "success")
headline: {
[k: string]: string
}
debrief: {
[k: string]: unknown[]
}
resources: string[]
}
