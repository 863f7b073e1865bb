/*
 * What a server sends over a WebSocket (RFC 6455 §5.2): whole frames, unmasked, nothing compressed and nothing in parts.
 * Such frames depend on nothing that was sent before, so one Buffer serves every connection.
 */

const WHOLE_TEXT = 0x81

/** A text message in one frame. */
export function textFrame(text: string): Buffer {
  const bytes = Buffer.byteLength(text)
  const head = bytes < 126 ? 2 : bytes < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafeSlow(head + bytes) // not of the pool: a frame may wait for a slow viewer
  frame[0] = WHOLE_TEXT
  if (head === 2) frame[1] = bytes
  else if (head === 4) {
    frame[1] = 126
    frame.writeUInt16BE(bytes, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(bytes), 2)
  }
  frame.write(text, head)
  return frame
}

/** A ping without a payload; the peer must answer it. */
export const PING_FRAME = Buffer.from([0x89, 0x00])
