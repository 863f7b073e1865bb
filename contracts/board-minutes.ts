/** Minutes of the live board's charts: an hour, the running one included. Apart, so that browsers need no schema. */
export const BOARD_MINUTES = 60
