/** A colour to look at; the words beside it name it. Drawn, because our pages allow no style attributes. */
export function Swatch({ colour }: { readonly colour: string }) {
  return (
    <svg className="swatch" viewBox="0 0 1 1" aria-hidden="true" preserveAspectRatio="none">
      <rect width="1" height="1" fill={colour} />
    </svg>
  )
}
