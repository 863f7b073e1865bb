import type { Messages } from '../en.ts'

export const inbox: Messages['inbox'] = {
  title: 'お知らせ',
  markRead: 'すべて既読にする',
  markFailed: '既読にできませんでした。もう一度お試しください。',
  new: '新着',
  empty: 'まだお知らせはありません',
  emptyText: 'チケットをご購入いただくと、ご注文の状況や公演の変更をこちらでお知らせします。',
  guest: 'アカウントをお持ちでない場合、お知らせはこのブラウザーにのみ表示されます。',
  failed: 'お知らせを読み込めませんでした。',
  again: 'もう一度試す',
  more: '以前のお知らせを表示',
  loading: 'お知らせを読み込んでいます…',
  confirmed: 'ご注文 {code} が確定しました：{title}',
  orderFailed: 'お支払いが完了しませんでした：{title}',
  refunded: 'ご注文 {code} は払い戻されました：{title}',
  orderCancelled: 'ご注文 {code} は取り消されました：{title}',
  changed: '公演内容の変更：{title}',
  showCancelled: '公演中止：{title}',
  tomorrow: '公演が近づいています：{title}',
}
