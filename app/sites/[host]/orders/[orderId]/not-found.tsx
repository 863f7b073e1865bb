import { NothingHere } from '#components/problem/nothing-here.tsx'

export default function OrderNotFound() {
  return <NothingHere kind="order" />
}
