import type { Messages } from '../en.ts'

export const banner: Messages['banner'] = {
  label: '販売速報',
  seats: '{count, plural, other {{labels} がただいま購入されました}}',
  tickets: '{count, plural, other {「{tier}」#枚がただいま購入されました}}',
  several: '{count, plural, other {ただいま#件の購入がありました}}',
  rush: '{count}枚のチケットが売れました',
  rushOf: '「{tier}」のチケットが{count}枚売れました',
  rushLeft: '{left, plural, =0 {{sold}。完売です} other {{sold}。残り#枚}}',
  pause: 'この通知を止める',
  resume: 'この通知を再開する',
  dismiss: '閉じる',
  paused: '販売速報は停止中です。',
}
