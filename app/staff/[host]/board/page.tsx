import type { Metadata } from 'next'
import { LiveBoard } from '#components/board/live-board.tsx'
import { Texts } from '#components/text/texts.tsx'
import { requireStaff } from '#lib/accounts/current-account.ts'
import { readBoard } from '#lib/admin/board.ts'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { deskOf } from '../../desk-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await deskOf(params)).locale, 'admin')('board') }
}

export default async function BoardPage({ params }: Props) {
  const { site, locale } = await deskOf(params)
  await requireStaff(site, 'viewer', '/admin/board')
  return (
    <Texts locale={locale} of={['board']}>
      <h1>{translator(locale, 'admin')('board')}</h1>
      <LiveBoard initial={await readBoard(site, storefront())} />
    </Texts>
  )
}
