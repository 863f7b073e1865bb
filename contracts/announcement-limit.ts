/** Characters; more than this nobody reads while it lies over the foot of a page. Apart, so that browsers need no schema. */
export const ANNOUNCEMENT_LIMIT = 400
