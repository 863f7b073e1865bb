import { hrefOf } from '#components/programme/listing-href.ts'

/**
 * Where a link of the list leads while the form says something that the page does not show yet: what the link would
 * change of the page, changed of what the form says. Of a page further on in the list nothing is left then.
 *
 * @param here the address that the page shows, which is the one that the link was made for
 */
export function pressedHref(here: string, link: string, said: Readonly<Record<string, string>>): string {
  const [shown, wanted] = [queryOf(here), queryOf(link)]
  wanted.delete('cursor')
  const changed = [...shown.keys(), ...wanted.keys()].filter((name) => shown.get(name) !== wanted.get(name))
  return hrefOf({ ...said, ...Object.fromEntries(changed.map((name) => [name, wanted.get(name) ?? ''])) })
}

export const queryOf = (href: string) => new URLSearchParams(href.split('?')[1])
