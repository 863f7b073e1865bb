import type { ClientData } from '#contracts/message.ts'
import type { Announcement } from '#contracts/storefront.ts'

type Told = Pick<ClientData<'promotional'>, 'announcementId' | 'text' | 'href' | 'until' | 'recalled'>

/** What is shown after a message: what is new comes first, what was taken back or is over goes. */
export function withTold(shown: readonly Announcement[], told: Told, nowMs: number): Announcement[] {
  const { announcementId: id, text, href, until, recalled } = told
  const others = shown.filter((one) => one.id !== id)
  if (recalled || isOver({ until }, nowMs)) return others
  return [{ id, text, ...(href !== undefined && { href }), ...(until !== undefined && { until }) }, ...others]
}

export const isOver = ({ until }: { readonly until?: string | undefined }, nowMs: number): boolean =>
  until !== undefined && Date.parse(until) <= nowMs

/** When the first of them is over, in milliseconds since 1970; null when none of them ends. */
export function firstEndMs(shown: readonly Announcement[]): number | null {
  const ends = shown.flatMap(({ until }) => (until === undefined ? [] : [Date.parse(until)]))
  return ends.length === 0 ? null : Math.min(...ends)
}
