import { expect, it } from 'vitest'
import { sentences } from './sentences.ts'

it.each([
  [['Saved.', 'It is live.'], 'Saved. It is live.'],
  [['保存しました。', '公開中です。'], '保存しました。公開中です。'],
  [['よろしいですか？', '元に戻せません。'], 'よろしいですか？元に戻せません。'],
  [['残り時間', '4:00'], '残り時間 4:00'],
  [['', 'Alone.'], 'Alone.'],
])('%j are “%s”', (said, text) => {
  expect(sentences(...said)).toBe(text)
})
