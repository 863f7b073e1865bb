'use client'

import dynamic from 'next/dynamic'
import type { ComponentProps } from 'react'
import { useWhenIdle } from '#components/live/use-when-idle.ts'
// With the page's own styles: a stylesheet that comes later makes the browser reckon every element's style again.
import './announcement-card.module.css'

const AnnouncementBar = dynamic(async () => (await import('./announcement-bar.tsx')).AnnouncementBar, { ssr: false })

/** Loaded once the page is there and idle: what is announced is asked for in the browser anyway. */
export function LateAnnouncementBar(props: ComponentProps<typeof AnnouncementBar>) {
  return useWhenIdle() && <AnnouncementBar {...props} />
}
