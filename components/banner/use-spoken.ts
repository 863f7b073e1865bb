'use client'

import { useEffect, useState } from 'react'
import { createSpeaker } from './speaker.ts'

/** `text` as it is read out. */
export function useSpoken(text: string): string {
  const [spoken, setSpoken] = useState('')
  const [speaker] = useState(() => createSpeaker(setSpoken))
  useEffect(() => speaker.tell(text), [speaker, text])
  useEffect(() => speaker.close, [speaker])
  return spoken
}
