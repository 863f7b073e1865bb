import type { Messages } from '../en.ts'

export const announcement: Messages['announcement'] = {
  label: 'ご案内',
  dismiss: 'このご案内を閉じる',
  more: '詳しく見る',
}
