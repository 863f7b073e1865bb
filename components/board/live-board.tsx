'use client'

import { useLocale, useTranslations } from 'use-intl/react'
import type { Board } from '#contracts/board.ts'
import { BehindNote } from './behind-note.tsx'
import { BoardState } from './board-state.tsx'
import { BoardSummary } from './board-summary.tsx'
import { MinuteChart } from './minute-chart.tsx'
import { ShowEar } from './show-ear.tsx'
import { ShowTable } from './show-table.tsx'
import { useBoard } from './use-board.ts'
import { useShowsLive } from './use-shows-live.ts'
import { allViewers, viewerMinutes } from './viewer-watch.ts'

const MINUTE_MS = 60_000

/** What this reseller sells and how many look, now and over the last hour. It moves by itself. */
export function LiveBoard({ initial }: { readonly initial: Board }) {
  const t = useTranslations('board')
  const locale = useLocale()
  const { board, status, failed } = useBoard(initial)
  const { watch, heard, hear } = useShowsLive(Date.parse(initial.asOf))
  const viewers = viewerMinutes(watch, board.minutes.length)
  const runningViewersMs = Math.floor(watch.nowMs / MINUTE_MS) * MINUTE_MS
  const place = { timeZone: board.timeZone, locale }
  return (
    <>
      {board.shows?.map(({ id }) => (
        <ShowEar key={id} showId={id} hear={hear} />
      ))}
      <BoardState board={board} status={status} failed={failed} />
      <BehindNote board={board} />
      <BoardSummary board={board} viewers={allViewers(watch)} />
      <MinuteChart
        form="bars"
        title={t('salesChart')}
        unit={t('tickets')}
        empty={t(board.behind ? 'noneSoFar' : 'noneInHour')}
        values={board.minutes}
        firstMs={Date.parse(board.firstMinute)}
        place={place}
      />
      <MinuteChart
        form="steps"
        title={t('viewersChart')}
        unit={t('browsers')}
        hint={t('viewersHint')}
        empty={t('noneCounted')}
        values={viewers}
        firstMs={runningViewersMs - (viewers.length - 1) * MINUTE_MS}
        place={place}
      />
      <ShowTable board={board} watch={watch} heard={heard} />
    </>
  )
}
