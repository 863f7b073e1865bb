/** One of a herd: a viewer whose line can be cut from outside. */
export interface HerdViewer {
  /**
   * Opens the line, from where it was when it has been open before. Resolves when the viewer follows the show. When the
   * server ends the line, the viewer comes back by itself, as the client does that it plays.
   */
  connect(): Promise<void>
  /** The line breaks without a word to either side, and stays broken until `connect`. */
  cut(): void
  /** Times it was told to refetch, because something could not be replayed. */
  readonly resets: number
}

/** What happens to a viewer, for whoever counts. */
export interface Happenings {
  /** A message came, by its number; also when it came before. */
  hear(n: number): void
  /** The server, or what stands before it, ended the line. */
  gone(): void
  /** The viewer follows the show again after that. */
  back(): void
  /** The viewer was told to refetch, because something could not be replayed. */
  reset(): void
}
