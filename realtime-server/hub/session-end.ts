/** Whose end a `session.ended` tells of; '' when it does not say. @param data its JSON text */
export function endedSid(data: string): string {
  const { sid } = JSON.parse(data) as { sid?: unknown }
  return typeof sid === 'string' ? sid : ''
}
