import type { ComponentProps } from 'react'
import { SiteLink, type SiteLinkProps } from '#components/language/site-link.tsx'
import styles from './button.module.css'
import { held } from './held.ts'

type Kind = 'primary' | 'quiet' | 'plain'
type Size = 'normal' | 'large'

interface Look {
  readonly kind?: Kind
  readonly size?: Size
  readonly wide?: boolean
}

interface Props extends Omit<ComponentProps<'button'>, 'disabled'>, Look {
  /** What it does is being done, or is done for good: a press does nothing, and the focus stays where it is. */
  readonly busy?: boolean
  /** The same while there is nothing that it could do; `aria-describedby` names what says why. */
  readonly off?: boolean
}

export function Button({
  kind = 'primary',
  size = 'normal',
  wide,
  busy = false,
  off = false,
  className,
  ...rest
}: Props) {
  return <button type="button" {...rest} {...held(busy || off)} className={classes(kind, size, wide, className)} />
}

export function ButtonLink({ kind = 'primary', size = 'normal', wide, className, ...rest }: SiteLinkProps & Look) {
  return <SiteLink {...rest} className={classes(kind, size, wide, className)} />
}

/** For a link that is no page of ours. */
export const buttonClass = ({ kind = 'primary', size = 'normal' }: Look): string => classes(kind, size)

const classes = (kind: Kind, size: Size, wide?: boolean, className?: string) =>
  [styles.button, styles[kind], size === 'large' && styles.large, wide && styles.wide, className]
    .filter(Boolean)
    .join(' ')
