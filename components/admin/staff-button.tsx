import type { ComponentProps } from 'react'
import { held } from '#components/ui/held.ts'

interface Props extends Omit<ComponentProps<'button'>, 'disabled' | 'className'> {
  readonly kind?: 'plain' | 'strong' | 'small'
  /** Stands at the end of its row. */
  readonly push?: boolean
  /** What it does is being done, or is done for good: a press does nothing, and the focus stays where it is. */
  readonly busy?: boolean
  /** The same while there is nothing that it could do; `aria-describedby` names what says why. */
  readonly off?: boolean
}

/** A button of the staff's pages that there are times to press, and times not to. */
export function StaffButton({ kind = 'plain', push = false, busy = false, off = false, ...rest }: Props) {
  const classes = ['button', kind !== 'plain' && kind, push && 'push'].filter(Boolean).join(' ')
  return <button type="button" {...rest} {...held(busy || off)} className={classes} />
}
