import type { Messages } from '../en.ts'

export const bell: Messages['bell'] = {
  label: 'お知らせ',
  unread: '{count, plural, =0 {新しいお知らせはありません} other {新しいお知らせ #件}}',
}
