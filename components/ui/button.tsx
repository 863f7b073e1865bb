import type { ComponentProps, MouseEvent } from 'react'
import { SiteLink, type SiteLinkProps } from '#components/language/site-link.tsx'
import styles from './button.module.css'

type Kind = 'primary' | 'quiet' | 'plain'
type Size = 'normal' | 'large'

interface Look {
  readonly kind?: Kind
  readonly size?: Size
  readonly wide?: boolean
}

interface Props extends ComponentProps<'button'>, Look {
  /** What it does is being done, or is done for good: a press does nothing, and the focus stays where it is. */
  readonly busy?: boolean
}

/**
 * A button that waits for its own answer is `busy`; `disabled` is for what nobody could press to begin with, as it takes
 * the keyboard's focus away.
 */
export function Button({ kind = 'primary', size = 'normal', wide, busy = false, className, ...rest }: Props) {
  return <button type="button" {...rest} {...(busy && HELD)} className={classes(kind, size, wide, className)} />
}

/** Enter in a field of a form is a press of its button as well, so this keeps the form from being sent again. */
const HELD = { 'aria-disabled': true, onClick: (press: MouseEvent) => press.preventDefault() } as const

export function ButtonLink({ kind = 'primary', size = 'normal', wide, className, ...rest }: SiteLinkProps & Look) {
  return <SiteLink {...rest} className={classes(kind, size, wide, className)} />
}

/** For a link that is no page of ours. */
export const buttonClass = ({ kind = 'primary', size = 'normal' }: Look): string => classes(kind, size)

const classes = (kind: Kind, size: Size, wide?: boolean, className?: string) =>
  [styles.button, styles[kind], size === 'large' && styles.large, wide && styles.wide, className]
    .filter(Boolean)
    .join(' ')
