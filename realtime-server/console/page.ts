import { gauge, latency, rate, totalsOf } from './figures.ts'
import { type Html, html } from './html.ts'
import type { Snapshot, Watched } from './watch.ts'

/*
 * The console's page. The server renders all of it; the script fetches it again every second and changes what differs,
 * so that focus and scroll stay where they are. Without the script the browser loads it anew every few seconds.
 */

const NONE = '–'
const count = (value: number | null): string => (value === null ? NONE : Math.round(value).toLocaleString('en'))
const perSecond = (value: number | null): string =>
  value === null ? NONE : value > 0 && value < 10 ? value.toFixed(1) : count(value)
const milliseconds = (seconds: number | null): string => (seconds === null ? NONE : `${count(1_000 * seconds)} ms`)
const age = (seconds: number | null): string => (seconds === null ? NONE : `${seconds.toFixed(1)} s`)
/** The time of day is enough: the console keeps no days. */
const time = (at: string): Html => html`<time datetime="${at}">${at.slice(11, 19)}</time>`

export const signInPage = (fault: string): Html =>
  document(
    'Sign in',
    html``,
    html`<main class="sign-in">
<h1>Marquee realtime</h1>
<form method="post" action="/session">
<label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
${fault === '' ? html`` : html`<p role="alert">${fault}</p>`}
<button>Show the console</button>
</form>
</main>`,
  )

export const consolePage = (snapshot: Snapshot): Html =>
  document(
    'Console',
    html`<noscript><meta http-equiv="refresh" content="5"></noscript><script src="/console.js" type="module"></script>`,
    html`<header>
<h1>Marquee realtime</h1>
<p>As of ${time(snapshot.at)} UTC <span id="stale" role="status"></span></p>
<form method="post" action="/session/end"><button>Sign out</button></form>
</header>
<main>
${snapshot.registryAnswers ? html`` : html`<p class="warning">The registry does not answer. Nodes are shown as they were.</p>`}
${totals(snapshot)}
${nodes(snapshot)}
${balancers(snapshot)}
${dispatchers(snapshot)}
${comings(snapshot)}
</main>`,
  )

const document = (title: string, head: Html, body: Html): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Marquee realtime</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/console.css">
${head}
</head>
<body>
${body}
</body>
</html>
`

function totals(snapshot: Snapshot): Html {
  const all = totalsOf(snapshot)
  const ready = snapshot.nodes.filter(({ info }) => info.state === 'ready').length
  const figure = (name: string, value: string, more: Html | string = '') =>
    html`<div><dt>${name}</dt><dd>${value} <small>${more}</small></dd></div>`
  return html`<section aria-labelledby="all"><h2 id="all">All together</h2>
<dl class="totals">
${figure('Connections', count(all.connections), all.limit === null ? '' : `of ${count(all.limit)}`)}
${figure('Nodes', count(snapshot.nodes.length), `${ready} ready`)}
${figure('Messages/s', perSecond(all.messagesPerSecond), course(all.messagesCourse))}
${figure('Deliveries/s', perSecond(all.deliveriesPerSecond))}
${figure('p50, last 30 s', milliseconds(all.p50Seconds))}
${figure('p99, last 30 s', milliseconds(all.p99Seconds))}
</dl></section>`
}

/** A line of the last half minute, from left to right; it says nothing that the number beside it does not. */
function course(values: readonly number[]): Html {
  const most = Math.max(1, ...values)
  const points = values.map((value, i) => `${(i * 100) / Math.max(1, values.length - 1)},${22 - (20 * value) / most}`)
  return html`<svg class="course" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true"><polyline points="${points.join(' ')}"/></svg>`
}

/** @param head column names; the first column names the row */
function table(
  id: string,
  title: string,
  head: readonly string[],
  rows: readonly (readonly (Html | string)[])[],
): Html {
  const cell = (value: Html | string, i: number) =>
    i === 0 ? html`<th scope="row">${value}</th>` : html`<td data-label="${head[i] ?? ''}">${value}</td>`
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${
  rows.length === 0
    ? html`<p>None.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}"><table>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}</tbody>
</table></div>`
}</section>`
}

const badge = (state: string): Html => html`<span class="state ${state.replace(/\W+/g, '-')}">${state}</span>`

function nodes(snapshot: Snapshot): Html {
  const head = ['Node', 'State', 'Slot', 'Connections', 'Streams', 'Deliveries/s', 'Messages/s', 'p50', 'p99', 'Last beat', 'Address'] // biome-ignore format: one line
  const rows = snapshot.nodes.map((node) => {
    const { info } = node
    const limit = gauge(node, 'realtime_connections_limit')
    return [
      info.id,
      badge(node.seen?.answers === false ? 'silent' : info.state),
      count(info.slot),
      html`<span>${count(info.connections)}${limit === null ? '' : html` <small>of ${count(limit)}</small> <meter aria-hidden="true" max="${limit}" value="${info.connections}"></meter>`}</span>`,
      count(gauge(node, 'realtime_streams')),
      perSecond(rate(node, 'realtime_deliveries_total')),
      perSecond(rate(node, 'realtime_messages_sent_total')),
      milliseconds(latency(node, 0.5)),
      milliseconds(latency(node, 0.99)),
      age(gauge(node, 'realtime_registry_silent_seconds')),
      html`<code>${info.url}</code>`,
    ]
  })
  return table('nodes', 'Nodes', head, rows)
}

const stateOf = ({ seen }: Watched): string =>
  seen === null ? 'not asked yet' : seen.answers ? (seen.ready ? 'ready' : 'not ready') : 'silent'

const nameOf = ({ seen, url }: Watched): string => seen?.id || url

function balancers(snapshot: Snapshot): Html {
  const head = ['Balancer', 'State', 'Connections', 'Refused/s', 'Failures/s', 'Waiting bytes', 'Address']
  const rows = snapshot.balancers.map((one) => [
    nameOf(one),
    badge(stateOf(one)),
    count(gauge(one, 'realtime_proxied_connections')),
    perSecond(rate(one, 'realtime_requests_refused_total')),
    perSecond(rate(one, 'realtime_balancer_failures_total')),
    count(gauge(one, 'realtime_proxied_buffered_bytes')),
    html`<code>${one.url}</code>`,
  ])
  return table('balancers', 'Balancers', head, rows)
}

function dispatchers(snapshot: Snapshot): Html {
  const head = [
    'Dispatcher',
    'State',
    'Behind',
    'Last fetch',
    'Messages/s',
    'Records/s',
    'Floods/s',
    'Counts told/s',
    'Address',
  ]
  const rows = snapshot.dispatchers.map((one) => [
    nameOf(one),
    badge(stateOf(one)),
    count(one.seen?.lag ?? null),
    age(one.seen?.idleMs == null ? null : one.seen.idleMs / 1_000),
    perSecond(rate(one, 'realtime_dispatched_messages_total')),
    perSecond(rate(one, 'realtime_delivery_records_total')),
    perSecond(rate(one, 'realtime_floods_total')),
    perSecond(rate(one, 'realtime_audiences_told_total')),
    html`<code>${one.url}</code>`,
  ])
  return table('dispatchers', 'Dispatchers', head, rows)
}

function comings({ comings: all }: Snapshot): Html {
  const rows = all.map(({ at, node, what }) => html`<li>${time(at)} <code>${node}</code> ${badge(what)}</li>`)
  return html`<section aria-labelledby="comings"><h2 id="comings">Comings and goings</h2>
${rows.length === 0 ? html`<p>None since the console started.</p>` : html`<ol class="comings">${rows}</ol>`}</section>`
}
