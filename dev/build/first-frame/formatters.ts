/**
 * Runs in a worker of its own. The first formatter of a process reads what it knows of a language, 20 to 40 ms of a fast
 * machine and a tenth of a second of a phone; on this thread nobody waits for it, and the page's own formatters find it
 * read (decision 0104).
 */
const locale = location.hash.slice(1)
new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(1)
new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(0)
close()
