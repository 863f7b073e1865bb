'use client'

import dynamic from 'next/dynamic'

/** Loaded once the page is there: what is announced is asked for in the browser anyway. */
export const LateAnnouncementBar = dynamic(async () => (await import('./announcement-bar.tsx')).AnnouncementBar, {
  ssr: false,
})
