import type { Messages } from '../en.ts'

export const together: Messages['together'] = {
  title: '並びのおすすめ席',
  count: '何席並びにしますか？',
  fewer: '1席減らす',
  more: '1席増やす',
  tier: '価格',
  anyTier: '価格を問わない',
  pick: 'おまかせで選ぶ',
  picked: '選択した並び席：{seats}',
  pickedOne: '選択した席：{seats}',
  none: '{count}席並びの空席はもうありません。',
  less: '{count}席並びの空席はもうありません。{left, plural, =1 {1席ずつなら空きがあります。} other {最大#席並びの空きがあります。}}',
  orphanTitle: '{alone}が1席だけ残ってしまいます',
  orphanText: '1席だけ残ると販売が難しくなります。次の席なら空席が1席だけ残ることはありません：{seats}',
  orphanTake: '{seats}に変更する',
  orphanKeep: 'この席のままにする',
}
