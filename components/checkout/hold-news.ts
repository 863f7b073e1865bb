const CHANNEL = 'marquee holds'

/**
 * Extended or given back in one tab, a hold is so in the others before anybody looks there. The tab itself hears of it, too, because
 * each call has a channel of its own: an older answer that was on its way meanwhile does not have the last word there.
 */
export const holdNews = {
  tell(holdId: string): void {
    const channel = openChannel()
    channel?.postMessage(holdId)
    channel?.close()
  },

  /** Calls back when this hold was changed, in whichever tab. Returns how to stop. */
  listen(holdId: string, onNews: () => void): () => void {
    const channel = openChannel()
    if (!channel) return () => {}
    channel.onmessage = ({ data }) => {
      if (data === holdId) onNews()
    }
    return () => channel.close()
  },
}

const openChannel = () => (typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : null)
