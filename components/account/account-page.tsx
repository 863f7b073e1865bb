import type { ReactNode } from 'react'
import { SiteLink } from '#components/language/site-link.tsx'
import styles from './account.module.css'

interface Props {
  readonly title: string
  readonly text: string
  /** Other things that somebody may have come for. */
  readonly ways?: readonly { readonly href: string; readonly label: string; readonly before?: string }[]
  readonly children?: ReactNode
}

/** One question on one narrow page. */
export function AccountPage({ title, text, ways = [], children }: Props) {
  return (
    <div className="frame">
      <div className={styles.page}>
        <h1>{title}</h1>
        <p className={styles.lead}>{text}</p>
        {children}
        {ways.length > 0 && (
          <ul className={styles.ways}>
            {ways.map(({ href, label, before }) => (
              <li key={href}>
                {before && `${before} `}
                <SiteLink href={href} prefetch={false}>
                  {label}
                </SiteLink>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
