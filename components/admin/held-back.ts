/**
 * Something that waits while somebody reads, and then is done once, however often it was asked for.
 * @param isRead whether they do, at that moment
 */
export function heldBack(isRead: () => boolean, act: () => void) {
  let waits = false
  const ask = () => {
    waits = isRead()
    if (!waits) act()
  }
  return {
    ask,
    /** Something that was read was closed; another may still be open. */
    closed() {
      if (waits) ask()
    },
  }
}
