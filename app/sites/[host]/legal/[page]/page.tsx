import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LegalPage } from '#components/legal/legal-page.tsx'
import { siteOf } from '../../../../site-of.ts'
import { legalMetadata, legalTextOf } from './legal-text.ts'

interface Props {
  readonly params: Promise<{ host: string; page: string }>
}

const textOf = async (params: Props['params']) => legalTextOf(await siteOf(params), (await params).page)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await textOf(params)
  return found ? legalMetadata(found) : {}
}

export default async function Page({ params }: Props) {
  return <LegalPage {...((await textOf(params)) ?? notFound())} />
}
