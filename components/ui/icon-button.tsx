import type { ComponentProps } from 'react'
import { Icon } from './icon.tsx'
import styles from './icon-button.module.css'

interface Props {
  readonly icon: ComponentProps<typeof Icon>['name']
  /** What it does, for those who hear it and those who wait over it. */
  readonly label: string
  readonly onClick: (() => void) | undefined
}

/** A drawing that does something, on whatever lies over a page. */
export function IconButton({ icon, label, onClick }: Props) {
  return (
    <button type="button" className={styles.plain} onClick={onClick} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  )
}
