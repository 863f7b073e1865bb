'use client'

import { useSyncExternalStore } from 'react'

/** Whether somebody may be signed in: a cookie says that asking is worth it. Never on the server. */
export const useSignedInHint = (): boolean => useSyncExternalStore(subscribe, isHinted, () => false)

/** Nothing tells of a cookie that changes; signing in and out load the page anew. */
const subscribe = () => () => {}
const isHinted = (): boolean => /(?:^|; )signed-in=1/.test(document.cookie)
