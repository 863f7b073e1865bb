import type { NewAnnouncement } from './announcement-draft.ts'

/**
 * What the key of an announcement is kept under: each content has its own, so that whatever is typed, refused or announced
 * after one that was never answered, that one is still the same when it is sent again.
 */
export const announcementIntent = (announcement: NewAnnouncement): string =>
  `announcement ${JSON.stringify(announcement)}`
