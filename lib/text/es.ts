import type { Messages } from './en.ts'
import { account } from './es/account.ts'
import { admin } from './es/admin.ts'
import { announcement } from './es/announcement.ts'
import { banner } from './es/banner.ts'
import { bell } from './es/bell.ts'
import { board } from './es/board.ts'
import { checkout } from './es/checkout.ts'
import { editor } from './es/editor.ts'
import { find } from './es/find.ts'
import { gallery } from './es/gallery.ts'
import { hold } from './es/hold.ts'
import { home } from './es/home.ts'
import { inbox } from './es/inbox.ts'
import { legal } from './es/legal.ts'
import { list } from './es/list.ts'
import { live } from './es/live.ts'
import { mail } from './es/mail.ts'
import { order } from './es/order.ts'
import { orders } from './es/orders.ts'
import { preview } from './es/preview.ts'
import { price } from './es/price.ts'
import { problem } from './es/problem.ts'
import { review } from './es/review.ts'
import { seats } from './es/seats.ts'
import { selection } from './es/selection.ts'
import { show } from './es/show.ts'
import { site } from './es/site.ts'
import { staffAnnouncements } from './es/staff-announcements.ts'
import { staffOrders } from './es/staff-orders.ts'
import { stock } from './es/stock.ts'
import { ticket } from './es/ticket.ts'
import { ticketFile } from './es/ticket-file.ts'
import { tickets } from './es/tickets.ts'
import { together } from './es/together.ts'
import { unsubscribe } from './es/unsubscribe.ts'
import { waitlist } from './es/waitlist.ts'

export const es: Messages = {
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
