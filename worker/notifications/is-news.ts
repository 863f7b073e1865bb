import type { MailShow } from '#contracts/mail.ts'

/** Whether somebody who was told `before` has to hear of `now`. A better title is not worth a mail; another evening is. */
export function isNews(before: MailShow, now: MailShow): boolean {
  return (
    Date.parse(before.startsAt) !== Date.parse(now.startsAt) || before.venue !== now.venue || before.city !== now.city
  )
}
