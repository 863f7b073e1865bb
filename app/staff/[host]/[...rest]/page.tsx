import { notFound } from 'next/navigation'

/** Every path below `/admin` that is no page ends here. */
export default function NowherePage() {
  notFound()
}
