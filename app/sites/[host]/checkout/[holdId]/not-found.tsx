import { NothingHere } from '#components/problem/nothing-here.tsx'

export default function HoldNotFound() {
  return <NothingHere kind="hold" />
}
