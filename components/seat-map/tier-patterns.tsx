import { GROUP_COUNT, signOf } from './price-group.ts'
import marks from './seat-mark.module.css'

/*
 * Drawn over a whole seat, in its own measure, and bold: a seat of a large hall is six pixels wide, and its pattern must
 * still be another one. The first group is plain.
 */
const PATTERNS = [
  null,
  'M0 .5H1', // a bar across
  'M-.1 1.1 1.1-.1', // a diagonal
  'M.5 0V1M0 .5H1', // a cross
  'M.5.22A.28.28 0 1 0 .501.22z', // a ring
  'M.25 0V1M.75 0V1', // two bars upright
]

/** The pattern of each price group, for the hall and its legend: groups differ by it as well as by their colour. */
export function TierPatterns({ count }: { readonly count: number }) {
  return (
    <svg width="0" height="0" className={marks.patterns} aria-hidden="true">
      <defs>
        {Array.from({ length: Math.min(count, GROUP_COUNT) }, (_, group) => {
          const { colour, pattern } = signOf(group)
          const shape = PATTERNS[pattern]
          return (
            shape && (
              <pattern
                key={`${colour} ${pattern}`}
                id={`tier-pattern-${group}`}
                className={marks.pattern}
                data-group={colour}
                width="1"
                height="1"
                patternContentUnits="objectBoundingBox"
              >
                <rect width="1" height="1" />
                <path d={shape} />
              </pattern>
            )
          )
        })}
      </defs>
    </svg>
  )
}
