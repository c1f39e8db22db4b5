/**
 * What speaks for a mood: a pattern over folded text (platform/text/fold), global so that every place can be looked at, and how much it weighs. 4 is anger by itself, 2 displeasure by
 * itself, 1 only together with another.
 */
export type MoodWord = readonly [pattern: RegExp, weight: 1 | 2 | 3 | 4];
