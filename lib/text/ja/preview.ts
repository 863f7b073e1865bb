import type { Messages } from '../en.ts'

export const preview: Messages['preview'] = {
  label: 'プレビュー',
  title: 'バージョン{version}のプレビューです。',
  text: '公開中のサイトではありません。ここでは購入できません。',
}
