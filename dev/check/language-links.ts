import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where links put the page's language on, or a preview around it, and the staff's pages, which have one address in all languages. */
const LEFT_ALONE = [
  'components/language/',
  'components/preview/',
  'components/admin/',
  'components/board/',
  'components/editor/',
  'components/pictures/',
  'app/staff/',
]

const RULES: readonly { readonly pattern: RegExp; readonly instead: string }[] = [
  { pattern: /from 'next\/link'/, instead: 'SiteLink of components/language/site-link.tsx' },
  {
    pattern: /import \{[^}]*\buseRouter\b[^}]*\} from 'next\/navigation'/,
    instead: 'useSiteRouter of components/language',
  },
  { pattern: /\b(?:permanentR|r)edirect\((?!siteHref\()/, instead: 'redirect(siteHref(site, path))' },
  {
    pattern: /\blocation\.(?:(?:assign|replace)\((?!siteHref\()|href\s*=(?!=)(?!\s*siteHref\())|\blocation\s*=(?!=)/,
    instead: 'location.assign(siteHref(path)) with useSiteHref of components/language',
  },
  {
    pattern: /<a\b[^>]*\bhref=(?:"|\{`|\{')\/(?!api\/|media\/)/,
    instead: 'SiteLink of components/language/site-link.tsx',
  },
  { pattern: /<form\b[^>]*\baction="\//, instead: 'SiteForm of components/language/site-form.tsx' },
]

/** Links in a component or page that would lead out of the page's language, and what to use instead. */
export function linkFaults(file: string, source: string): string[] {
  if (LEFT_ALONE.some((folder) => file.startsWith(folder))) return []
  return RULES.filter(({ pattern }) => pattern.test(source)).map(({ instead }) => `${file}: use ${instead}`)
}

export function checkLanguageLinks(root: string): string[] {
  return globSync('{app,components}/**/*.{ts,tsx}', { cwd: root }).flatMap((file) =>
    linkFaults(file, readFileSync(join(root, file), 'utf8')),
  )
}
