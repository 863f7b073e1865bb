/**
 * Names the lock in PostgreSQL between deleting a buyer's account and telling of their orders, for `hashtext`: what begins
 * while an account is being deleted waits until its end. Two buyers of one hash wait for each other, no more.
 */
export const buyerLock = (resellerId: string, customerRef: string): string => `buyer:${resellerId}:${customerRef}`
