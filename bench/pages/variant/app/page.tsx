import { connection } from 'next/server'
import { Suspense } from 'react'
import { Home } from '#components/home/home.tsx'
import { content } from '../content.ts'

const kept = process.env.VARIANT === 'ppr'

/** Header, footer and what holds them are made beforehand; what core says of the shows is not, in either variant. */
export default function Page() {
  if (!kept) return <Home {...content} />
  return (
    <Suspense fallback={null}>
      <HomeOfNow />
    </Suspense>
  )
}

async function HomeOfNow() {
  await connection()
  return <Home {...content} />
}
