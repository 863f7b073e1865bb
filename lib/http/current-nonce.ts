import { headers } from 'next/headers'

/** The request header in which `proxy.ts` hands the response's nonce to whoever renders it. */
export const NONCE_HEADER = 'x-nonce'

/** This response's nonce, for `<style nonce>` and `<script nonce>` that a page writes itself. */
export async function currentNonce(): Promise<string> {
  return (await headers()).get(NONCE_HEADER) ?? ''
}
