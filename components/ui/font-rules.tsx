import type { BundledFamily } from '#lib/fonts/font-families.ts'

/** In development nothing is built that would read the stylesheet. */
const IS_BUILT = process.env.NODE_ENV === 'production'

/**
 * Asks for a large family. A page does not wait for it but is drawn in a font of the system first; then it takes the rules that its
 * text needs (dev/build/first-frame/bring-font-rules.ts, decision 0118). Without scripts it takes them all.
 */
export function FontRules({ family }: { readonly family: BundledFamily }) {
  const address = `/fonts/${family}.css`
  const all = <link rel="stylesheet" href={address} />
  return (
    <>
      <meta name="font-rules" content={address} />
      {IS_BUILT ? <noscript>{all}</noscript> : all}
    </>
  )
}
