import { mayActAs, type StaffRole } from '#lib/accounts/account.ts'

/** A page of the staff's menu; `text` names its words in the namespace `admin`. */
export interface AdminPage {
  readonly href: string
  readonly text: 'overview' | 'board' | 'editor' | 'preview' | 'versions' | 'orders' | 'announcements'
  /** Who may open it, and whoever may do more; for all others there is no such page. */
  readonly role: StaffRole
}

/** The staff's pages, in their order. A new one is a line here. */
export const ADMIN_PAGES: readonly AdminPage[] = [
  { href: '/admin', text: 'overview', role: 'viewer' },
  { href: '/admin/board', text: 'board', role: 'viewer' },
  { href: '/admin/site', text: 'editor', role: 'editor' },
  { href: '/admin/preview', text: 'preview', role: 'viewer' },
  { href: '/admin/versions', text: 'versions', role: 'viewer' },
  { href: '/admin/orders', text: 'orders', role: 'viewer' },
  { href: '/admin/announcements', text: 'announcements', role: 'viewer' },
]

/** What somebody is shown ways to; nothing to who is no staff. */
export const adminPagesFor = (staff: StaffRole | null): AdminPage[] =>
  ADMIN_PAGES.filter(({ role }) => mayActAs(staff, role))
