import { Activity, type ComponentPropsWithoutRef } from 'react'

type Props = ComponentPropsWithoutRef<'section'> & {
  readonly as?: 'section' | 'div'
}

/**
 * A part of a page that mostly lies below its first screen. The browser lays it out when it comes near, and React wakes it
 * in a task of its own after what is seen first, or when somebody touches it.
 */
export function Below({ as: Element = 'section', className = '', ...props }: Props) {
  return (
    <Activity>
      <Element {...props} className={`below ${className}`} />
    </Activity>
  )
}
