import type { Messages } from '../en.ts'

export const legal: Messages['legal'] = {
  imprint: '運営者情報',
  privacy: 'プライバシーポリシー',
  terms: '利用規約',
}
