import type { Socket } from 'node:net'

const streaming = new WeakSet<Socket>()

/** Whether a socket carries a stream: it is written past any response, so nothing else can be asked on it. */
export const isClaimed = (socket: Socket): boolean => streaming.has(socket)

/** Takes a socket for a stream; false when it has one, and then it is destroyed, or when its viewer has gone. */
export function claim(socket: Socket): boolean {
  if (streaming.has(socket)) socket.destroy()
  if (socket.destroyed) return false
  streaming.add(socket)
  return true
}
