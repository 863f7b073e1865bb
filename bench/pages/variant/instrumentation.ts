/** Nothing: without this file Turbopack takes the storefront's, which wants a database. */
export function register(): void {}
