import type { Theme } from '#contracts/theme.ts'
import { contrast } from '#lib/reseller/contrast.ts'

/** The colours of a mail, each text legible on its ground. */
export interface MailColours {
  readonly background: string
  readonly surface: string
  readonly text: string
  readonly muted: string
  readonly border: string
  readonly link: string
  readonly button: string
  readonly onButton: string
}

/** WCAG's bound for text. */
const LEGIBLE = 4.5

/** The theme as it is. */
export function mailColours({ colours }: Theme): MailColours {
  return {
    background: colours.background,
    surface: colours.surface,
    text: colours.text,
    muted: legible(colours.mutedText, [colours.surface, colours.background], colours.text),
    border: colours.border,
    link: legible(colours.primary, [colours.surface, colours.background], colours.text),
    button: colours.primary,
    onButton: colours.onPrimary,
  }
}

/**
 * A light theme for mail programs that show everything dark; null for a theme that is dark already. Its text becomes the
 * ground and its ground the text, so the brand's tint stays. Without this, programs invert colours by themselves, and a
 * brand's red turns into whatever they make of it.
 */
export function darkMailColours(theme: Theme): MailColours | null {
  if (theme.scheme === 'dark') return null
  const { colours } = theme
  const background = mix(colours.text, '#000000', 0.65)
  const surface = mix(colours.text, '#000000', 0.4)
  const text = mix(colours.background, '#ffffff', 0.5)
  const grounds = [surface, background]
  return {
    background,
    surface,
    text: legible(text, grounds, '#ffffff'),
    muted: legible(mix(surface, text, 0.6), grounds, text),
    border: mix(surface, text, 0.2),
    link: legible(mix(colours.primary, '#ffffff', 0.35), grounds, text),
    button: colours.primary,
    onButton: colours.onPrimary,
  }
}

/** `colour`, moved towards `towards` in steps until it can be read on these grounds. */
function legible(colour: string, grounds: readonly string[], towards: string): string {
  for (let part = 0; part < 1; part += 0.1) {
    const tried = mix(colour, towards, part)
    if (grounds.every((ground) => contrast(tried, ground) >= LEGIBLE)) return tried
  }
  return towards
}

/** `part` of the way from one colour to another. */
function mix(from: string, to: string, part: number): string {
  const channel = (at: number) => {
    const [a, b] = [from, to].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number]
    return Math.round(a + (b - a) * part)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}
