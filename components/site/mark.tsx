import type { Logo } from '#contracts/reseller-config.ts'
import { MARK_SHAPES } from './mark-shapes.ts'

type Name = Exclude<Logo['mark'], 'none'>

/** A brand's drawn mark from the bundled set, in the text colour around it. */
export function Mark({ name, className }: { readonly name: Name; readonly className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true" fill="currentColor">
      <path d={MARK_SHAPES[name]} fillRule="evenodd" />
    </svg>
  )
}
