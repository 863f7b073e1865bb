import type { Messages } from '../en.ts'

export const banner: Messages['banner'] = {
  label: '販売速報',
  seats: '{count, plural, other {{labels} がただいま購入されました}}',
  tickets: '{count, plural, other {「{tier}」#枚がただいま購入されました}}',
  several: '{count, plural, other {ただいま#件の購入がありました}}',
  pause: 'この通知を止める',
  resume: 'この通知を再開する',
  dismiss: '閉じる',
  paused: '販売速報は停止中です。',
}
