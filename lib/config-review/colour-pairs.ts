import type { Theme } from '#contracts/theme.ts'
import { mixColours } from './mix-colours.ts'

export type ColourName = keyof Theme['colours']
type Look = Theme['style']

/** Text needs 4.5; outlines of controls, the focus ring and signs that say something need 3 (WCAG 2.2, 1.4.3, 1.4.11). */
const TEXT_CONTRAST = 4.5
export const CONTROL_CONTRAST = 3

/** Two colours that the site puts on each other. */
export interface ColourPair {
  /** The token whose change mends it, and its colour as it is seen: a mixture, where the site mixes. */
  readonly front: ColourName
  readonly frontColour: string
  readonly ground: ColourName
  readonly groundColour: string
  readonly needs: typeof TEXT_CONTRAST | typeof CONTROL_CONTRAST
  /** What a person would point at. */
  readonly use: ColourUse
}

export type ColourUse =
  | 'text'
  | 'mutedText'
  | 'brandText'
  | 'button'
  | 'accentLabel'
  | 'success'
  | 'shortage'
  | 'fault'
  | 'control'
  | 'focus'
  | 'tint'

type Row = readonly [use: ColourUse, front: ColourName, ground: ColourName, needs: 'text' | 'control', looks?: Look[]]

/**
 * Which token lies on which, read from the stylesheets in components/. The look decides: brand-coloured words exist in
 * some looks only. A stylesheet that puts other tokens on each other belongs here as well.
 */
const ROWS: readonly Row[] = [
  ['text', 'text', 'background', 'text'],
  ['text', 'text', 'surface', 'text'],
  ['mutedText', 'mutedText', 'background', 'text'],
  ['mutedText', 'mutedText', 'surface', 'text'],
  ['button', 'onPrimary', 'primary', 'text'],
  ['accentLabel', 'onAccent', 'accent', 'text', ['poster', 'playful']],
  ['brandText', 'primary', 'background', 'text', ['editorial', 'minimal']],
  ['brandText', 'primary', 'surface', 'text', ['editorial', 'minimal']],
  ['brandText', 'primary', 'background', 'control', ['poster', 'playful']],
  ['success', 'positive', 'surface', 'control'],
  ['success', 'background', 'positive', 'control'],
  ['shortage', 'warning', 'background', 'text'],
  ['shortage', 'warning', 'surface', 'text'],
  ['shortage', 'background', 'warning', 'text'],
  ['fault', 'negative', 'background', 'text'],
  ['fault', 'negative', 'surface', 'text'],
  ['focus', 'text', 'background', 'control'],
  ['focus', 'text', 'surface', 'control'],
]

/** Shares by which stylesheets mix tokens: outlines of fields and steppers, and the tinted grounds of the playful look. */
const FIELD_OUTLINE = 0.6
const STEPPER_OUTLINE = 0.55
const TINT = 0.45

/** Every pair that a site of this theme really shows, with the contrast it needs. */
export function colourPairs({ colours, style }: Theme): ColourPair[] {
  const { text, background, surface, accent } = colours
  const rows = ROWS.filter(([, , , , looks]) => looks?.includes(style) ?? true).map(
    ([use, front, ground, needs]): ColourPair => ({
      ...{ use, front, ground, frontColour: colours[front], groundColour: colours[ground] },
      needs: needs === 'text' ? TEXT_CONTRAST : CONTROL_CONTRAST,
    }),
  )
  const outline = { use: 'control', front: 'text', needs: CONTROL_CONTRAST } as const
  const field = mixColours(text, FIELD_OUTLINE, background)
  const tinted = mixColours(accent, TINT, surface)
  return [
    ...rows,
    { ...outline, frontColour: field, ground: 'surface', groundColour: surface },
    { ...outline, frontColour: field, ground: 'background', groundColour: background },
    ...(['background', 'surface'] as const).map((ground) => ({
      ...outline,
      frontColour: mixColours(text, STEPPER_OUTLINE, colours[ground]),
      ...{ ground, groundColour: colours[ground] },
    })),
    ...(style === 'playful'
      ? [{ use: 'tint', front: 'text', frontColour: text, ground: 'accent', groundColour: tinted, needs: 4.5 } as const]
      : []),
  ]
}
