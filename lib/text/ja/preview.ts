import type { Messages } from '../en.ts'

export const preview: Messages['preview'] = {
  label: 'プレビュー',
  title: 'バージョン{version}のプレビューです。',
  text: '実際の販売サイトではありません。ここでは購入できません。',
}
