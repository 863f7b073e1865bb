import type { Messages } from '../en.ts'

export const site: Messages['site'] = {
  skipToContent: '本文へ移動',
  mainNavigation: 'メインメニュー',
  footerNavigation: 'サイトについて',
  openMenu: 'メニュー',
  home: '{name} ホーム',
  languages: '言語',
  help: 'ご購入に関するお問い合わせ',
  rights: '© {year} {name}',
  pageOf: '{title}｜{name}',
}
