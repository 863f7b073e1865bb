import type { MailShow } from '#contracts/mail.ts'
import type { Show } from '#contracts/show.ts'

/** A show of core's as mails name it. */
export function mailShow({ id, title, startsAt, doorsAt, venue }: Show): MailShow {
  return {
    ...{ id, title, startsAt, timeZone: venue.timeZone, venue: venue.name, address: venue.address, city: venue.city },
    ...(doorsAt ? { doorsAt } : {}),
  }
}

/** Whether somebody who was told `before` has to hear of `now`. A better title is not worth a mail; another evening is. */
export function isNews(before: MailShow, now: MailShow): boolean {
  return (
    Date.parse(before.startsAt) !== Date.parse(now.startsAt) || before.venue !== now.venue || before.city !== now.city
  )
}
