import { transformTo } from './placement.ts'
import type { ViewBox } from './view-box.ts'

/** What moves a view, given the window through which it is seen. */
export type Move = (now: ViewBox, window: DOMRect) => ViewBox

interface Parts {
  /** What the hall is seen through; it stays where it is. */
  readonly window: HTMLElement
  /** All of the drawing that may be seen on the way. */
  readonly picture: HTMLElement
}

/**
 * A drawing on the move. Until it rests it is moved and scaled as a picture, which costs the page nothing whatever the
 * number of seats; then it has to be drawn anew, and is sharp.
 */
export class Motion {
  #drawn: ViewBox
  /** What has been moved to and is not drawn yet. */
  #wanted: ViewBox | null = null

  constructor(drawn: ViewBox) {
    this.#drawn = drawn
  }

  /** What is on screen. */
  get view(): ViewBox {
    return this.#wanted ?? this.#drawn
  }

  move(next: Move, { window, picture }: Parts): void {
    const box = window.getBoundingClientRect()
    this.#wanted = next(this.view, box)
    picture.style.transform = transformTo(this.#wanted, this.#drawn, box)
  }

  /** To be called when a view has been drawn, before it is painted: the picture goes back to its place. */
  rest(drawn: ViewBox, picture: HTMLElement): void {
    this.#drawn = drawn
    this.#wanted = null
    picture.style.transform = ''
  }
}
