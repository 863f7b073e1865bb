import { type ArtworkCategory, COMPOSITIONS, type Entry } from './catalogue.ts'
import { PALETTES, type Palette } from './palettes.ts'
import { hashText } from './random.ts'

/** What decides a picture. What is left out follows from the key, so a key alone is enough. */
export type ArtworkBrief = {
  key: string
  category: ArtworkCategory
  /** A name from `COMPOSITIONS`; an unknown one counts as left out. */
  composition?: string
  /** A name from `PALETTES`; an unknown one counts as left out. */
  palette?: string
  /** Another number, another variation of the same composition. */
  seed?: number
}

export type Design = { composition: Entry; palette: Palette; seed: number }

/** Picks what the brief leaves open: a composition that suits the category, and a palette chosen for that composition. */
export function chooseDesign(art: ArtworkBrief): Design {
  const composition = named(COMPOSITIONS, art.composition) ?? byKey(suiting(art.category), `composition ${art.key}`)
  const palette =
    named(PALETTES, art.palette) ?? (named(PALETTES, byKey(composition.palettes, `palette ${art.key}`)) as Palette)
  return { composition, palette, seed: art.seed ?? hashText(art.key) }
}

function suiting(category: ArtworkCategory): readonly Entry[] {
  const list = COMPOSITIONS.filter((entry) => entry.suits.includes(category))
  return list.length > 0 ? list : COMPOSITIONS
}

const named = <T extends { name: string }>(list: readonly T[], name: string | undefined) =>
  list.find((item) => item.name === name)

const byKey = <T>(list: readonly T[], salt: string) => list[hashText(salt) % list.length] as T
