/** What the command line gives back to the shell. */
export const exitCodes = {
  done: 0,
  /** A file was rejected; the rest is done. */
  rejected: 1,
  /** The command was given wrongly; nothing is done. */
  usage: 2,
  /** An error of the program itself. */
  internal: 70,
} as const;

/** Wrong usage: the message says what is wrong and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
