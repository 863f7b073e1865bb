/** A viewer whose line can be cut from outside. It notes each message by its number, whenever it came. */
export interface CutViewer {
  /** Connects, from where it was when it has been connected before. Resolves when it follows the show. */
  connect(): Promise<void>
  /** The line breaks without a word to either side. */
  cut(): void
  /** Told to refetch, because something cannot be replayed. */
  readonly resets: number
}

/** Called with a message's number whenever one comes, also when it came before. */
export type Hear = (n: number) => void
