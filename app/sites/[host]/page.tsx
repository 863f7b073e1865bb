import { Home } from '#components/home/home.tsx'
import { siteOf } from '../../site-of.ts'
import { readFeatured, readProgramme } from './programme.ts'

interface Props {
  readonly params: Promise<{ host: string }>
}

export default async function HomePage({ params }: Props) {
  const site = await siteOf(params)
  const [programme, featured] = await Promise.all([readProgramme(site, {}), readFeatured(site)])
  return <Home site={site} programme={programme} featured={featured} />
}
