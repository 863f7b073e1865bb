import type { ComponentProps } from 'react'
import { SiteLink, type SiteLinkProps } from '#components/language/site-link.tsx'
import styles from './button.module.css'

type Kind = 'primary' | 'quiet' | 'plain'
type Size = 'normal' | 'large'

interface Look {
  readonly kind?: Kind
  readonly size?: Size
  readonly wide?: boolean
}

export function Button({
  kind = 'primary',
  size = 'normal',
  wide,
  className,
  ...rest
}: ComponentProps<'button'> & Look) {
  return <button type="button" {...rest} className={classes(kind, size, wide, className)} />
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
