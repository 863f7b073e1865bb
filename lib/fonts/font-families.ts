import type { FontFamily } from '#contracts/theme.ts'

/** Families that no theme may choose. They are for names and titles in scripts that its own fonts do not have. */
export const SUPPLEMENTS = ['noto-sans-kr', 'noto-sans-sc'] as const

/** Every family that comes with us. */
export type BundledFamily = FontFamily | (typeof SUPPLEMENTS)[number]

/**
 * Where we look for a character that a theme's fonts do not have, where we draw text ourselves and no browser does. Han
 * characters are looked for in Japanese shapes first.
 */
export const FALLBACKS: readonly BundledFamily[] = ['inter', 'noto-sans-jp', ...SUPPLEMENTS]
