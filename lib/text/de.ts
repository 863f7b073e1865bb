import { banner } from './de/banner.ts'
import { checkout } from './de/checkout.ts'
import { find } from './de/find.ts'
import { hold } from './de/hold.ts'
import { home } from './de/home.ts'
import { list } from './de/list.ts'
import { live } from './de/live.ts'
import { order } from './de/order.ts'
import { price } from './de/price.ts'
import { problem } from './de/problem.ts'
import { seats } from './de/seats.ts'
import { selection } from './de/selection.ts'
import { show } from './de/show.ts'
import { site } from './de/site.ts'
import { stock } from './de/stock.ts'
import { ticket } from './de/ticket.ts'
import { tickets } from './de/tickets.ts'
import { together } from './de/together.ts'
import type { Messages } from './en.ts'

export const de: Messages = {
  site,
  home,
  list,
  find,
  show,
  stock,
  price,
  tickets,
  seats,
  selection,
  together,
  banner,
  live,
  hold,
  checkout,
  order,
  ticket,
  problem,
}
