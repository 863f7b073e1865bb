const CHANNEL = 'marquee holds'

/** Extended or given back in one tab, a hold is so in the others before anybody looks there. */
export const holdNews = {
  tell(holdId: string): void {
    const channel = openChannel()
    channel?.postMessage(holdId)
    channel?.close()
  },

  /** Calls back when another tab changed this hold. Returns how to stop. */
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
