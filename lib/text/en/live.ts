export const live = {
  polling: 'Live updates are slow just now. The page checks every few seconds.',
  offline: 'You are offline. What you see may be out of date.',
}
