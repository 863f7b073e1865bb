import { join } from 'node:path'
import { root } from '../system/programs.ts'

/** Where each part of the matrix leaves what it found, and the whole report is put together. */
export const matrixFolder = join(root, 'test-results/matrix')

/** One page in one state, theme, screen and scheme, and what is wrong with it; empty when nothing is. */
export interface Finding {
  readonly page: string
  readonly theme: string
  readonly screen: string
  readonly scheme: 'light' | 'dark'
  /** `same`: it draws itself in the dark as in the light, colour by colour, so what was found there holds here. */
  readonly by: 'axe' | 'same'
  readonly barriers: readonly string[]
}
