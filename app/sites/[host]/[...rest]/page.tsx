import { notFound } from 'next/navigation'
import { UnavailablePage } from '#components/problem/unavailable-page.tsx'
import { currentPath } from '#lib/http/current-path.ts'
import { missingPart } from '#lib/http/missing-part.ts'
import { siteOf } from '../../../site-of.ts'

interface Props {
  readonly params: Promise<{ readonly host: string }>
}

/** Every path that is no page of ours ends here, so that the brand's own page says so; and those that cannot be made now. */
export default async function NowherePage({ params }: Props) {
  const missing = (await missingPart()) ?? notFound()
  return <UnavailablePage site={await siteOf(params)} missing={missing} path={await currentPath()} />
}
