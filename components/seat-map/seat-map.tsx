'use client'

import { useRef, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Hall } from './hall.ts'
import { MapControls } from './map-controls.tsx'
import type { SeatFacts } from './seat-facts.ts'
import { SeatLayer } from './seat-layer.tsx'
import styles from './seat-map.module.css'
import { Stage } from './stage.tsx'
import { useSeatActions } from './use-seat-actions.ts'
import { useView } from './use-view.ts'
import { isWhole, wholeHall, zoomed } from './view-box.ts'

/** How much nearer one press of a button is. */
const STEP = 1.7

interface Props {
  readonly hall: Hall
  readonly facts: ReadonlyMap<string, SeatFacts>
  readonly onToggle: (seatId: string) => void
  /** While nothing can be chosen. */
  readonly locked: boolean
}

/** The hall as a drawing: seats are chosen with a click, a finger or the keyboard. */
export function SeatMap({ hall, facts, onToggle, locked }: Props) {
  const t = useTranslations('seats')
  const window = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLDivElement>(null)
  const { view, setView, handlers, wasDrag } = useView({ window, picture }, hall)
  const { entry, ...actions } = useSeatActions(hall, { view, setView, wasDrag, onToggle })
  const whole = isWhole(view, hall)
  return (
    <div className={styles.map}>
      <div ref={window} className={styles.window} data-zoomed={!whole || undefined} {...handlers}>
        <div ref={picture} className={styles.picture}>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a drawing */}
          <svg
            className={styles.drawing}
            viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
            role="group"
            aria-label={t('map')}
            // It holds for all seats within. Each by itself, two thousand would be drawn anew for a press of a button.
            aria-disabled={locked || undefined}
            {...actions}
          >
            <Stage stage={hall.stage} />
            {useDrawn(hall) && <SeatLayer hall={hall} facts={facts} entry={entry} />}
          </svg>
        </div>
      </div>
      <MapControls
        canGoFurther={!whole}
        onCloser={() => setView((now) => zoomed(now, hall, STEP))}
        onFurther={() => setView((now) => zoomed(now, hall, 1 / STEP))}
        onWhole={() => setView(() => wholeHall(hall))}
      />
    </div>
  )
}

/**
 * Seats of a large hall are drawn by the browser: in the page they would weigh a megabyte, twice, and nobody can choose
 * one before the browser has taken over anyway.
 */
const SENT_DRAWN_SEATS = 500

const useDrawn = (hall: Hall): boolean =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => hall.seats.size <= SENT_DRAWN_SEATS,
  )
