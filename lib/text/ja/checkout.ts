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
  failedText: '請求は発生しておらず、チケットは確保されたままです。もう一度お試しください。',
  errorsTitle: '{count, plural, other {#か所をご確認ください}}',
  haveAccount: 'アカウントをお持ちですか？',
  signIn: 'ログイン（チケットは確保されたままです）',
  priceChangedTitle: '価格が変わりました',
  priceChangedText:
    '{before} から {now} に変わりました。まだ注文も請求もされていません。よろしければ、もう一度ボタンを押してください。',
  priceChangedAskedText:
    '{before} から {now} に変わりました。先に送信されたご注文の結果はまだ確認できていません。まずご注文一覧をご確認いただくか、新しい価格で注文する場合はもう一度ボタンを押してください。',
  offlineTitle: 'オフラインです',
  offlineText: '送信・注文・請求のいずれも行われていません。接続が戻りましたら、もう一度ボタンを押してください。',
  waitTitle: '少しお待ちください',
  waitText:
    'お使いの回線から一度に多くのリクエストがありました。少し待ってから、もう一度ボタンを押してください。同じチケットが二重に請求されることはありません。',
  alreadyTitle: 'このチケットはすでに注文されているようです',
  alreadyText:
    'これより前に、別の内容でのご注文が届いています。ご注文の一覧をご確認ください。完了していれば、確認メールが届きます。',
  overTitle: 'このチケットの確保は終了しました',
  overText:
    'このご注文が届く前に確保の時間が過ぎたか、すでに注文されています。注文済みの場合は、ご注文の一覧に表示されます。',
  readFirst: 'ご注文の前にご確認ください（新しいタブで開きます）：',
  unknownTitle: '応答がありませんでした',
  unknownText:
    'ご注文はすでに届いている可能性があります。もう一度ボタンを押してください。同じチケットが二重に請求されることはありません。',
}
