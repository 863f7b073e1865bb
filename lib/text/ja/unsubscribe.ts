import type { Messages } from '../en.ts'

export const unsubscribe: Messages['unsubscribe'] = {
  title: 'リマインダーメール',
  question: 'このアドレスへの{name}からのリマインダーを停止しますか？',
  questionText: '公演の前日にメールでお知らせしています。ご注文や公演の変更についてのメールは、停止後もお送りします。',
  end: 'リマインダーを停止する',
  ended: '{name}からこのアドレスへのリマインダーを停止しました。',
  endedText: 'ご注文や公演の変更についてのメールは、引き続きお送りします。',
  undo: 'リマインダーを再開する',
  back: '{name}からのリマインダーを再開しました。',
  backText: '公演の前日に、このアドレスへメールでお知らせします。',
  left: '{name}からこのアドレスへの、この公演についてのお知らせを停止しました。',
  failed: '送信できませんでした。もう一度お試しください。',
  toShop: 'ショップへ',
}
