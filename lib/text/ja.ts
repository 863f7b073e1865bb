import type { Messages } from './en.ts'
import { account } from './ja/account.ts'
import { admin } from './ja/admin.ts'
import { announcement } from './ja/announcement.ts'
import { banner } from './ja/banner.ts'
import { bell } from './ja/bell.ts'
import { board } from './ja/board.ts'
import { checkout } from './ja/checkout.ts'
import { editor } from './ja/editor.ts'
import { find } from './ja/find.ts'
import { gallery } from './ja/gallery.ts'
import { hold } from './ja/hold.ts'
import { home } from './ja/home.ts'
import { inbox } from './ja/inbox.ts'
import { legal } from './ja/legal.ts'
import { list } from './ja/list.ts'
import { live } from './ja/live.ts'
import { mail } from './ja/mail.ts'
import { order } from './ja/order.ts'
import { orders } from './ja/orders.ts'
import { preview } from './ja/preview.ts'
import { price } from './ja/price.ts'
import { problem } from './ja/problem.ts'
import { review } from './ja/review.ts'
import { seats } from './ja/seats.ts'
import { selection } from './ja/selection.ts'
import { show } from './ja/show.ts'
import { site } from './ja/site.ts'
import { staffAnnouncements } from './ja/staff-announcements.ts'
import { staffOrders } from './ja/staff-orders.ts'
import { stock } from './ja/stock.ts'
import { ticket } from './ja/ticket.ts'
import { ticketFile } from './ja/ticket-file.ts'
import { tickets } from './ja/tickets.ts'
import { together } from './ja/together.ts'
import { unsubscribe } from './ja/unsubscribe.ts'
import { waitlist } from './ja/waitlist.ts'

export const ja: Messages = {
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
