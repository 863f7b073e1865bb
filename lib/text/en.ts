import { account } from './en/account.ts'
import { admin } from './en/admin.ts'
import { announcement } from './en/announcement.ts'
import { banner } from './en/banner.ts'
import { bell } from './en/bell.ts'
import { board } from './en/board.ts'
import { checkout } from './en/checkout.ts'
import { editor } from './en/editor.ts'
import { find } from './en/find.ts'
import { gallery } from './en/gallery.ts'
import { hold } from './en/hold.ts'
import { home } from './en/home.ts'
import { inbox } from './en/inbox.ts'
import { legal } from './en/legal.ts'
import { list } from './en/list.ts'
import { live } from './en/live.ts'
import { mail } from './en/mail.ts'
import { order } from './en/order.ts'
import { orders } from './en/orders.ts'
import { preview } from './en/preview.ts'
import { price } from './en/price.ts'
import { problem } from './en/problem.ts'
import { review } from './en/review.ts'
import { seats } from './en/seats.ts'
import { selection } from './en/selection.ts'
import { show } from './en/show.ts'
import { site } from './en/site.ts'
import { staffAnnouncements } from './en/staff-announcements.ts'
import { staffOrders } from './en/staff-orders.ts'
import { stock } from './en/stock.ts'
import { ticket } from './en/ticket.ts'
import { ticketFile } from './en/ticket-file.ts'
import { tickets } from './en/tickets.ts'
import { together } from './en/together.ts'
import { unsubscribe } from './en/unsubscribe.ts'
import { waitlist } from './en/waitlist.ts'

/** English. The other languages have the same keys; the compiler checks it. Messages are ICU. */
export const en = {
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

/** Text in every language has these keys. */
export type Messages = typeof en
