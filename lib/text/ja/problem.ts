import type { Messages } from '../en.ts'

export const problem: Messages['problem'] = {
  stale: '{time} 現在の情報です。ただいま発券システムにつながりません。',
  notFoundTitle: 'ページが見つかりません',
  notFoundText: '移動したか、存在しないページです。公演はこちらからご覧いただけます。',
  showNotFoundTitle: 'この公演が見つかりません',
  showNotFoundText: '終了したか、当サイトでは取り扱いがありません。',
  errorTitle: 'エラーが発生しました',
  errorText: 'ご不便をおかけします。もう一度お試しください。',
  brokenText:
    'お使いのブラウザーで、ページの一部が動作しませんでした。もう一度お試しいただくか、ページを読み込み直してください。',
  unansweredTitle: '応答がありませんでした',
  unansweredText: '処理が完了している可能性があります。もう一度行う前に、ページを読み込み直してください。',
  coreDownTitle: '発券システムにつながりません',
  coreDownText:
    'しばらくしてからもう一度お試しください。ご購入済みのチケットはそのまま有効です。確保中のチケットは、残り時間がそのまま減っていきます。',
  sessionsDownTitle: 'ただいまご本人の確認ができません',
  sessionsDownText:
    'お客様ではなく、こちら側の問題です。アカウントとご注文はそのままで、公演の一覧はご覧いただけます。1分ほどしてからもう一度お試しください。',
  retry: '再試行',
  toShows: '公演一覧へ',
  findOrder: 'ご注文が見つからない場合',
}
