import type { ComponentProps } from 'react'
import { held } from './held.ts'
import { Icon } from './icon.tsx'

interface Props {
  readonly icon: ComponentProps<typeof Icon>['name']
  readonly label: string
  /** For those who wait over it, where nothing beside it says what it changes. */
  readonly title?: string
  /** Null where it leads nowhere at the moment, as at the end of a scale. */
  readonly onPress: (() => void) | null
  /** The id of what says why it leads nowhere, where that is not plain to see. */
  readonly why?: string | undefined
}

/** A drawing that changes what it stands beside by one step; that gives it its looks. */
export function StepButton({ icon, label, title, onPress, why }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-describedby={onPress === null ? why : undefined}
      title={title}
      onClick={() => onPress?.()}
      {...held(onPress === null)}
    >
      <Icon name={icon} />
    </button>
  )
}
