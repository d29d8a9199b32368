/** What use cases get as arguments: nothing in tasks reaches for a clock or a file system by itself. */

/** Milliseconds since 1970. */
export type Clock = () => number;
