import type { Messages } from '../en.ts'

export const checkout: Messages['checkout'] = {
  buyer: 'お客様情報',
  guest: '会員登録は不要です。',
  name: 'お名前',
  nameHint: 'チケットに記載されます',
  email: 'メールアドレス',
  emailHint: 'チケットとこの公演に関するお知らせの送付に使用します。リマインダーはいつでも停止できます。',
  nameMissing: 'お名前を入力してください。',
  nameLong: '120文字以内で入力してください。',
  emailMissing: 'メールアドレスを入力してください。',
  emailWrong: 'メールアドレスの形式をご確認ください。例：name@example.com',
  pay: '{price} を支払う',
  paying: '送信しています…',
  summary: 'ご注文内容',
  fees: '手数料（込み）',
  failedTitle: 'ご注文を完了できませんでした',
  failedText: '請求は発生しておらず、お席は確保されたままです。もう一度お試しください。',
  errorsTitle: '{count, plural, other {#か所をご確認ください}}',
  haveAccount: 'アカウントをお持ちですか？',
  signIn: 'ログイン（チケットは確保されたままです）',
  priceChangedTitle: '価格が変わりました',
  priceChangedText:
    '{before} から {now} に変わりました。まだ注文も請求もされていません。よろしければ、もう一度ボタンを押してください。',
  unknownTitle: '応答がありませんでした',
  unknownText:
    'ご注文はすでに届いている可能性があります。もう一度押してください。同じチケットが二重に請求されることはありません。',
}
