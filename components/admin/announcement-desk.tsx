'use client'

import { type ComponentProps, useRef } from 'react'
import { AnnouncementForm } from './announcement-form.tsx'
import { AnnouncementList } from './announcement-list.tsx'
import { useAnnouncing } from './use-announcing.ts'

type Form = ComponentProps<typeof AnnouncementForm>
type Props = Pick<Form, 'first' | 'others' | 'timeZone' | 'look'> &
  Pick<ComponentProps<typeof AnnouncementList>, 'lines' | 'resellerId'>

/** Where announcements are written, above those that were: what one of them said goes into the form again. */
export function AnnouncementDesk({ lines, resellerId, ...shop }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const locales = [shop.first, ...shop.others].map(({ locale }) => locale)
  const announcing = useAnnouncing(form, locales, shop.timeZone)
  return (
    <>
      <AnnouncementForm {...shop} form={form} announcing={announcing} />
      <AnnouncementList lines={lines} resellerId={resellerId} reuse={announcing.reuse} />
    </>
  )
}
