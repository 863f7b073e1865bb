import { SiteLink, type SiteLinkProps } from '#components/language/site-link.tsx'
import styles from './account-link.module.css'

/** One way, to the account or to signing in: a head and shoulders, and on wider screens what it is. */
export function AccountWay({ label, ...link }: SiteLinkProps & { readonly label: string }) {
  return (
    <SiteLink {...link} prefetch={false}>
      <Figure />
      <span className={styles.label}>{label}</span>
    </SiteLink>
  )
}

/** On phones it stands for the words, which stay for those who hear the page. */
function Figure() {
  return (
    <svg className={styles.figure} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="8" r="4" />
      <path d="M4 21c0-4.5 3.5-7 8-7s8 2.5 8 7" />
    </svg>
  )
}
