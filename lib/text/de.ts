import { account } from './de/account.ts'
import { admin } from './de/admin.ts'
import { announcement } from './de/announcement.ts'
import { banner } from './de/banner.ts'
import { bell } from './de/bell.ts'
import { board } from './de/board.ts'
import { checkout } from './de/checkout.ts'
import { editor } from './de/editor.ts'
import { find } from './de/find.ts'
import { gallery } from './de/gallery.ts'
import { hold } from './de/hold.ts'
import { home } from './de/home.ts'
import { inbox } from './de/inbox.ts'
import { legal } from './de/legal.ts'
import { list } from './de/list.ts'
import { live } from './de/live.ts'
import { mail } from './de/mail.ts'
import { order } from './de/order.ts'
import { orders } from './de/orders.ts'
import { preview } from './de/preview.ts'
import { price } from './de/price.ts'
import { problem } from './de/problem.ts'
import { review } from './de/review.ts'
import { seats } from './de/seats.ts'
import { selection } from './de/selection.ts'
import { show } from './de/show.ts'
import { site } from './de/site.ts'
import { staffAnnouncements } from './de/staff-announcements.ts'
import { staffOrders } from './de/staff-orders.ts'
import { stock } from './de/stock.ts'
import { ticket } from './de/ticket.ts'
import { ticketFile } from './de/ticket-file.ts'
import { tickets } from './de/tickets.ts'
import { together } from './de/together.ts'
import { unsubscribe } from './de/unsubscribe.ts'
import { waitlist } from './de/waitlist.ts'
import type { Messages } from './en.ts'

export const de: Messages = {
  site,
  home,
  list,
  find,
  show,
  gallery,
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
  orders,
  ticketFile,
  problem,
  admin,
  review,
  board,
  editor,
  legal,
  preview,
  account,
  mail,
  inbox,
  bell,
  announcement,
  waitlist,
  unsubscribe,
  staffOrders,
  staffAnnouncements,
}
