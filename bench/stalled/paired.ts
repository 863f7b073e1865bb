import { quantile } from '../quantiles.ts'

/** The same thing measured twice in a row, without and with what is asked about. */
export interface Pair {
  readonly without: number
  readonly with: number
}

/** Median over pairs of with ÷ without: what troubled one pair, troubled both of its halves. NaN for none. */
export const medianRatio = (pairs: readonly Pair[]): number =>
  quantile(
    pairs.map((pair) => pair.with / pair.without),
    0.5,
  )
