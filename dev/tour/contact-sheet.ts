import { type Picture, pictureName } from './picture-file.ts'

/** One HTML page with all pictures: a row for every page, from narrow to wide, themes side by side. Pure. */
export function contactSheet(pictures: readonly Picture[]): string {
  const rows = Map.groupBy(pictures, ({ page }) => page)
  const links = [...rows.keys()].map((page) => `<a href="#${page}">${page}</a>`)
  const sections = [...rows].map(
    ([page, row]) =>
      `<section id="${page}"><h2>${page}</h2><div>${row.toSorted(byPlace).map(figure).join('')}</div></section>`,
  )
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every page, theme and width</title>
<style>
body { font: 14px/1.4 system-ui, sans-serif; margin: 1rem; color: #222; background: #eee }
nav { display: flex; flex-wrap: wrap; gap: .25rem .75rem }
section > div { display: flex; gap: 1rem; overflow-x: auto; align-items: flex-start; padding-bottom: 1rem }
figure { margin: 0; flex: none }
img { display: block; height: 26rem; max-width: 40rem; object-fit: cover; object-position: top; background: #fff; border: 1px solid #ccc }
</style>
<h1>Every page, theme and width</h1>
<nav>${links.join('\n')}</nav>
${sections.join('\n')}
</html>
`
}

const byPlace = (a: Picture, b: Picture): number =>
  a.width - b.width || a.theme.localeCompare(b.theme) || b.scheme.localeCompare(a.scheme)

function figure(picture: Picture): string {
  const name = pictureName(picture)
  const words = `${picture.theme}, ${picture.width}${picture.scheme === 'dark' ? ', dark' : ''}`
  return `<figure><a href="${name}"><img loading="lazy" src="${name}" alt="${picture.page}, ${words}"></a><figcaption>${words}</figcaption></figure>`
}
