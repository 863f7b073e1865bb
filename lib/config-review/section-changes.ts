import type { DescribedPicture } from '#contracts/picture.ts'
import type { HomeSection } from '#contracts/reseller-config.ts'
import { given } from '#lib/language/given.ts'
import { type ListChange, listChanges } from './list-change.ts'

/** Which section is meant: `title` is what it is called now, `place` counts from 1. */
interface At {
  readonly type: HomeSection['type']
  readonly title: string
  readonly place: number
}

/** What became of the sections of a home page, as data. */
export type SectionChange =
  | {
      readonly of: 'section'
      /** `changed` only where none of what follows says how: a field that is newer than this code. */
      readonly what: ListChange<unknown>['what']
      readonly type: HomeSection['type']
      readonly title: string
      readonly to: number
    }
  /** Null is a text that is not there. */
  | ({
      readonly of: 'sectionText'
      readonly part: SectionPart
      readonly from: string | null
      readonly to: string | null
    } & At)
  | ({ readonly of: 'sectionPicture'; readonly what: 'added' | 'removed' | 'changed' } & At)
  /** By their names, and how many more of which no name is known. */
  | ({
      readonly of: 'sectionShows'
      readonly what: 'added' | 'removed'
      readonly named: readonly string[]
      readonly unnamed: number
    } & At)
  | ({ readonly of: 'sectionShows'; readonly what: 'moved' } & At)

export type SectionPart = 'title' | 'text' | 'alt'

/** What shows are called, by their ids; those that nobody could be asked about are not in it. */
export type ShowNames = ReadonlyMap<string, string>

export function sectionChanges(
  before: readonly HomeSection[],
  after: readonly HomeSection[],
  names: ShowNames,
): SectionChange[] {
  const likeness = [(section: HomeSection) => JSON.stringify(section), titleKey, ({ type }: HomeSection) => type]
  return listChanges(before, after, likeness).flatMap((change): SectionChange[] => {
    if (change.what === 'changed') return changesWithin(change.was, change.now, change.to, names)
    const { type, title } = change.what === 'removed' ? change.was : change.now
    return [{ of: 'section', what: change.what, type, title, to: 'to' in change ? change.to : 0 }]
  })
}

const titleKey = ({ type, title }: HomeSection) => `${type} ${title}`

/** What one section says and shows differently; both are of the same type, or they would not be taken for the same. */
function changesWithin(was: HomeSection, now: HomeSection, place: number, names: ShowNames): SectionChange[] {
  const at: At = { type: now.type, title: now.title, place }
  const parts = (['title', 'text', 'alt'] as const).flatMap((part): SectionChange[] => {
    // Words of a picture that comes or goes are told with it.
    if (part === 'alt' && !(pictureOf(was) && pictureOf(now))) return []
    const [from, to] = [WORDS[part](was), WORDS[part](now)]
    return from === to ? [] : [{ of: 'sectionText', part, from, to, ...at }]
  })
  const told = [...parts, ...pictureChanges(was, now, at), ...showChanges(was, now, at, names)]
  if (restOf(was) === restOf(now)) return told
  return [...told, { of: 'section', what: 'changed', type: now.type, title: now.title, to: place }]
}

const WORDS: Readonly<Record<SectionPart, (section: HomeSection) => string | null>> = {
  title: ({ title }) => title,
  text: (section) => given('text' in section ? section.text : null),
  alt: (section) => given(pictureOf(section)?.alt),
}

const pictureOf = (section: HomeSection) => ('picture' in section ? section.picture : undefined)

function pictureChanges(was: HomeSection, now: HomeSection, at: At): SectionChange[] {
  const [before, after] = [pictureOf(was), pictureOf(now)]
  if (withoutWords(before) === withoutWords(after)) return []
  return [{ of: 'sectionPicture', what: !before ? 'added' : !after ? 'removed' : 'changed', ...at }]
}

const withoutWords = (picture: DescribedPicture | undefined): string | undefined =>
  JSON.stringify(picture && { ...picture, alt: '' })

function showChanges(was: HomeSection, now: HomeSection, at: At, names: ShowNames): SectionChange[] {
  const [before, after] = [showIdsOf(was), showIdsOf(now)]
  const told = (what: 'added' | 'removed', ids: readonly string[]): SectionChange[] => {
    const named = ids.flatMap((id) => names.get(id) ?? [])
    return ids.length === 0 ? [] : [{ of: 'sectionShows', what, named, unnamed: ids.length - named.length, ...at }]
  }
  const [gone, come] = [before.filter((id) => !after.includes(id)), after.filter((id) => !before.includes(id))]
  const turned = before.filter((id) => after.includes(id)).join() !== after.filter((id) => before.includes(id)).join()
  return [
    ...told('removed', gone),
    ...told('added', come),
    ...(turned ? [{ of: 'sectionShows', what: 'moved', ...at } as const] : []),
  ]
}

const showIdsOf = (section: HomeSection): readonly string[] => ('showIds' in section ? section.showIds : [])

/** Everything about a section that is not told by name. */
function restOf(section: HomeSection): string {
  const { title: _, text: _text, showIds: _shows, picture: _picture, ...rest } = { ...TOLD, ...section }
  return JSON.stringify(rest)
}

const TOLD = { text: null, showIds: null, picture: null }
