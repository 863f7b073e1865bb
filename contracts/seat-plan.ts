import { z } from 'zod'
import { CoreId } from './ids.ts'

/** One seat's place. `x` and `y` are the seat's centre in plan units; a seat is drawn one unit wide. */
export const PlannedSeat = z.object({
  id: CoreId,
  sectionId: CoreId,
  row: z.string().min(1).max(8),
  number: z.string().min(1).max(8),
  x: z.number().min(0).max(400),
  y: z.number().min(0).max(400),
})

/**
 * A drawn hall. Units are seat widths: `width` × `height` is the whole drawing, the stage a rectangle in it.
 * At most 5,000 seats: a 2,000-seat hall is the largest we draw smoothly, and the rest is room to grow.
 */
export const SeatPlan = z.object({
  width: z.number().min(1).max(400),
  height: z.number().min(1).max(400),
  stage: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number(), label: z.string().max(40) }),
  sections: z.array(z.object({ id: CoreId, name: z.string().max(60) })).max(60),
  seats: z.array(PlannedSeat).max(5000),
})

export type SeatPlan = z.infer<typeof SeatPlan>
