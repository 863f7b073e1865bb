import { notFound } from 'next/navigation'

/** Every path that is no page of ours ends here, so that the brand's own page says so. */
export default function NowherePage() {
  notFound()
}
