import type { NotificationData, NotificationKind } from '#contracts/notification.ts'
import type { Translator } from './translator.ts'

type Text = Extract<
  Parameters<Translator<'inbox'>>[0],
  'confirmed' | 'orderFailed' | 'refunded' | 'orderCancelled' | 'changed' | 'tomorrow'
>

const TEXTS: Readonly<Record<NotificationKind, Text>> = {
  'order.confirmed': 'confirmed',
  'order.failed': 'orderFailed',
  'order.refunded': 'refunded',
  'order.cancelled': 'orderCancelled',
  'show.changed': 'changed',
  'show.tomorrow': 'tomorrow',
}

/** A notification in one line. */
export function notificationTitle(
  kind: NotificationKind,
  { title, code, cancelled }: Pick<NotificationData, 'title' | 'code' | 'cancelled'>,
  t: Translator<'inbox'>,
): string {
  return t(kind === 'show.changed' && cancelled ? 'showCancelled' : TEXTS[kind], { title, code })
}
