import type { Badge } from './show-line.ts'
import styles from './stock-badge.module.css'

export function StockBadge({ badge }: { readonly badge: Badge | null }) {
  return badge && <span className={`${styles.badge} ${styles[badge.kind]}`}>{badge.text}</span>
}
