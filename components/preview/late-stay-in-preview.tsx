'use client'

import dynamic from 'next/dynamic'

/** Loaded by previews only; the layout that may have one is every page's. */
export const LateStayInPreview = dynamic(async () => (await import('./stay-in-preview.tsx')).StayInPreview, {
  ssr: false,
})
