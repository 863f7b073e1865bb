import type { Picture } from '#contracts/picture.ts'
import type { HomeSection } from '#contracts/reseller-config.ts'

/*
 * What an editor changes about a section: each from what the section is at that moment, and nothing where it has no such
 * thing.
 */

export type Pictured = Extract<HomeSection, { type: 'hero' | 'text' }>

/** Whether it has a text and a picture. */
export const isPictured = (section: HomeSection): section is Pictured =>
  section.type === 'hero' || section.type === 'text'

export function withText(section: HomeSection, text: string): HomeSection {
  if (section.type === 'hero') return { ...section, text: text === '' ? undefined : text }
  return section.type === 'text' ? { ...section, text } : section
}

/** With another picture, or none. What the one before it was said to show is kept, to be read over. */
export function withPicture(section: HomeSection, picture: Picture | undefined): HomeSection {
  if (!isPictured(section)) return section
  return { ...section, picture: picture && { ...picture, alt: section.picture?.alt ?? '' } }
}

export function withAlt(section: HomeSection, alt: string): HomeSection {
  if (!isPictured(section) || section.picture === undefined) return section
  return { ...section, picture: { ...section.picture, alt } }
}

export const withShows = (section: HomeSection, showIds: string[]): HomeSection =>
  section.type === 'featured' ? { ...section, showIds } : section
