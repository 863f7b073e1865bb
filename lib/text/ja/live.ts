import type { Messages } from '../en.ts'

export const live: Messages['live'] = {
  polling: '更新に時間がかかっています。数秒ごとに確認しています。',
  offline: 'オフラインです。表示内容は最新でない場合があります。',
}
