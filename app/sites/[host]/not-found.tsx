import { NothingHere } from '#components/problem/nothing-here.tsx'

export default function NotFound() {
  return <NothingHere kind="page" />
}
