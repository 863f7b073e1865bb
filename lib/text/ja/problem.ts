import type { Messages } from '../en.ts'

export const problem: Messages['problem'] = {
  stale: '{time} 現在の情報です。ただいま発券システムにつながりません。',
  notFoundTitle: 'ページが見つかりません',
  notFoundText: '移動したか、存在しないページです。公演はこちらからご覧いただけます。',
  showNotFoundTitle: 'この公演が見つかりません',
  showNotFoundText: '終了したか、当サイトでは取り扱いがありません。',
  errorTitle: 'エラーが発生しました',
  errorText: 'ご不便をおかけします。もう一度お試しください。',
  coreDownTitle: '発券システムにつながりません',
  coreDownText: 'しばらくしてからもう一度お試しください。手続き中の内容は失われません。',
  retry: '再試行',
  toShows: '公演一覧へ',
  findOrder: 'ご注文が見つからない場合',
}
