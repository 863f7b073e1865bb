/** A show to put forward, as an editor chooses it. */
export interface ShowChoice {
  readonly id: string
  readonly title: string
}
