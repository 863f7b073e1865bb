import { type FontFamily, SERIF_FAMILIES, type Theme } from '#contracts/theme.ts'

/** What a theme's tokens other than colours come to in a mail, where neither variables nor our fonts can be counted on. */
export interface MailLook {
  readonly display: string
  readonly body: string
  readonly radiusPx: number
  readonly paddingPx: number
  /** Declarations of the title and of the wordmark. */
  readonly title: string
  readonly wordmark: string
  readonly align: 'left' | 'center'
  /** The line above the card; 0 for none. */
  readonly barPx: number
}

const RADII = { none: 0, small: 4, medium: 10, large: 20 } as const
const PADDINGS = { compact: 24, comfortable: 32 } as const

/** A style is a layout of ours (decision 0050), in mails as on pages. */
const STYLES: Readonly<Record<Theme['style'], Pick<MailLook, 'title' | 'wordmark' | 'align' | 'barPx'>>> = {
  poster: {
    title: 'font-size:28px;line-height:1.15;font-weight:800;letter-spacing:-0.01em;text-transform:uppercase',
    wordmark: 'font-size:22px;font-weight:800;letter-spacing:0.02em',
    align: 'left',
    barPx: 6,
  },
  editorial: {
    title: 'font-size:30px;line-height:1.2;font-weight:400',
    wordmark: 'font-size:30px;font-weight:400;letter-spacing:0.02em',
    align: 'center',
    barPx: 1,
  },
  minimal: {
    title: 'font-size:24px;line-height:1.4;font-weight:600',
    wordmark: 'font-size:20px;font-weight:600;letter-spacing:0.12em',
    align: 'left',
    barPx: 0,
  },
  playful: {
    title: 'font-size:28px;line-height:1.2;font-weight:800',
    wordmark: 'font-size:28px;font-weight:800',
    align: 'center',
    barPx: 0,
  },
}

export function mailLook({ fonts, radius, density, style }: Theme): MailLook {
  return {
    ...STYLES[style],
    display: stackOf(fonts.display),
    body: stackOf(fonts.body),
    radiusPx: RADII[radius],
    paddingPx: PADDINGS[density],
  }
}

/** The brand's font where a reader happens to have it; a mail loads nothing, or it would report that it was opened. */
function stackOf(family: FontFamily): string {
  const name = family
    .split('-')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join(' ')
  return SERIF_FAMILIES.has(family)
    ? `'${name}',Georgia,'Hiragino Mincho ProN','Yu Mincho','Times New Roman',serif`
    : `'${name}','Helvetica Neue',Arial,'Hiragino Sans','Yu Gothic',sans-serif`
}
