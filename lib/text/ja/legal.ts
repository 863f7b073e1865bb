import type { Messages } from '../en.ts'

export const legal: Messages['legal'] = {
  imprint: '特定商取引法に基づく表記',
  privacy: 'プライバシーポリシー',
  terms: '利用規約',
}
