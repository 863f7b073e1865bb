import { NothingHere } from '#components/problem/nothing-here.tsx'

export default function ShowNotFound() {
  return <NothingHere kind="show" />
}
