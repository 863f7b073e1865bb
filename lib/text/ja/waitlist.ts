import type { Messages } from '../en.ts'

export const waitlist: Messages['waitlist'] = {
  open: '再販売のお知らせを受け取る',
  about: 'チケットが再び販売されたときにメールでお知らせします。先着順で、お取り置きはいたしません。',
  email: 'メールアドレス',
  emailMissing: 'メールアドレスを入力してください。',
  emailWrong: 'メールアドレスの形式をご確認ください。例：name@example.com',
  quantity: '枚数',
  which: '席種',
  any: 'すべての席種',
  send: 'お知らせを申し込む',
  sent: 'メールをご確認ください。{email} に確認のメールをお送りしました。メール内で確認されると登録が完了します。',
  available: 'チケットが再び販売されています。上の一覧をご覧ください。',
  failed: '送信できませんでした。もう一度お試しください。',
  tooMany: '回数が多すぎます。15分ほど待ってからもう一度お試しください。',
  title: '再販売のお知らせ',
  confirmText: 'この公演のチケットが再び販売されたときに、{email} へお知らせしますか？',
  confirm: 'お知らせを受け取る',
  confirmed: '登録が完了しました',
  confirmedText:
    'この公演のチケットが再び販売されたときに、{email} へお知らせします。先着順で、お取り置きはいたしません。',
  leave: 'お知らせを受け取らない',
  left: '登録を解除しました',
  leftText: 'この公演についてのお知らせはお送りしません。',
  unknown: 'このリンクは無効です',
  unknownText: 'このアドレスは登録されていないか、すでに解除されています。',
  toShow: '公演ページへ',
}
