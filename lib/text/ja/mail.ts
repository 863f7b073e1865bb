import type { Messages } from '../en.ts'

export const mail: Messages['mail'] = {
  linkHint: 'ボタンが使えない場合は、次のアドレスをブラウザーで開いてください。',
  notYou: 'お心当たりがない場合は、何もなさる必要はありません。このリンクを開かない限り、何も行われません。',
  questions: 'ご不明な点は {email} までお問い合わせください。',
  questionsPhone: 'ご不明な点は {email} またはお電話 {phone} までお問い合わせください。',
  when: '日時',
  doors: '開場',
  where: '会場',
  order: '注文番号',
  name: 'お名前',
  ticketCount: '枚数',
  total: '合計',
  before: '変更前',
  tier: '席種',

  verifySubject: 'メールアドレスの確認のお願い',
  verifyText:
    'このメールアドレスがご本人のものであることをご確認ください。{name} のアカウントがご利用いただけるようになります。',
  verifyButton: 'アドレスを確認する',
  resetSubject: 'パスワード再設定のご案内',
  resetText: '{name} のアカウントのパスワード再設定が申請されました。こちらから新しいパスワードをお決めください。',
  resetButton: '新しいパスワードを決める',
  newEmailSubject: '新しいメールアドレスの確認のお願い',
  newEmailText: '{name} のアカウントで今後このアドレスを使用します。ご本人のものであることをご確認ください。',
  newEmailButton: 'アドレスを確認する',
  emailChangedSubject: 'メールアドレスが変更されました',
  emailChangedText:
    '{name} のアカウントのメールアドレスが変更されました。このアドレスへのご連絡はこれが最後です。お心当たりがない場合は、すぐにご連絡ください。',
  existsSubject: 'すでにアカウントをお持ちです',
  existsText:
    'このメールアドレスで {name} のアカウントを作成する手続きがありましたが、すでにアカウントをお持ちです。ログインするか、ログイン画面で新しいパスワードをお決めください。',
  existsButton: 'ログインする',
  deletedSubject: 'アカウントを削除しました',
  deletedText: '{name} のアカウントを削除しました。ご購入済みのチケットは引き続き有効です。',

  confirmedSubject: 'チケットのご案内：{title}',
  confirmedTitle: 'ご購入ありがとうございます',
  confirmedText: 'ご注文 {code} が確定しました。チケットはご注文ページからご覧いただけます。',
  confirmedButton: 'チケットを開く',
  failedSubject: 'お支払いが完了しませんでした：{title}',
  failedTitle: 'お支払いが完了しませんでした',
  failedText: '請求は発生していません。ご注文 {code} のチケットは再び販売されています。',
  failedButton: '選び直す',
  refundedSubject: 'ご注文 {code} は払い戻されました',
  refundedText: 'お支払い時と同じ方法で全額を返金します。チケットは無効です。',
  cancelledSubject: 'ご注文 {code} は取り消されました',
  cancelledText: 'チケットは無効です。',
  orderButton: 'ご注文を開く',

  changedSubject: '公演内容の変更：{title}',
  changedText: 'チケットをお持ちの公演に変更がありました。現在の内容は次のとおりです。',
  movedSubject: '日程変更のお知らせ：{title}',
  movedText: 'チケットをお持ちの公演の日時が変更されました。お持ちのチケットはそのままご利用いただけます。',
  showCancelledSubject: '公演中止のお知らせ：{title}',
  showCancelledText:
    '誠に申し訳ございません。チケットをお持ちの公演は中止となりました。お支払いの扱いはご注文ページでご確認いただけます。',
  tomorrowSubject: '公演が近づいています：{title}',
  tomorrowTitle: '公演が近づいてきました',
  tomorrowText: 'この公演のチケットを{count}枚お持ちです。ご来場の際にご用意ください。',

  waitlistConfirmSubject: '{title} の再販売のお知らせについて',
  waitlistConfirmText:
    'この公演のチケットが再び販売されたときに、このアドレスへお知らせするお申し込みがありました。よろしければ、下のボタンから確認を完了してください。確認されない場合、今後ご連絡することはありません。',
  waitlistConfirmButton: 'お知らせを受け取る',
  availableSubject: 'チケットが再び販売されています：{title}',
  availableText:
    'この公演のチケットが再び販売されています。先着順です。お取り置きはしておりませんので、ご覧になるときには売り切れている場合があります。',
  availableButton: '残りのチケットを見る',
  unsubscribe: 'この公演のお知らせを停止する',
  endReminders: '{name}からのリマインダーを停止する',

  linksSubject: '{name} でのご注文へのリンク',
  linksText:
    '{name} でのご注文へのリンクをお送りします。ログインせずに開けますので、このメールを他の方に転送しないでください。',
  linksButton: 'ご注文 {code} を開く',
}
