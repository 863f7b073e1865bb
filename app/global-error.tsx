'use client'

import { AwakeMark } from '#components/live/awake-mark.tsx'

/** When not even the brand is known. Nothing here may depend on data of anybody's. */
export default function GlobalError({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>Back in a moment</title>
      </head>
      <body>
        <main>
          <h1>Back in a moment</h1>
          <p>This page cannot be shown right now. Please try again.</p>
          <button type="button" onClick={reset}>
            Try again
          </button>
        </main>
        <AwakeMark />
      </body>
    </html>
  )
}
