import type { Messages } from '../en.ts'

export const banner: Messages['banner'] = {
  label: 'Recién vendido',
  seats:
    '{count, plural, one {Se acaba de vender la butaca {labels}} other {Se acaban de vender las butacas {labels}}}',
  tickets:
    '{count, plural, one {Se acaba de vender # entrada «{tier}»} other {Se acaban de vender # entradas «{tier}»}}',
  several: '{count, plural, one {Se acaba de hacer # compra} other {Se acaban de hacer # compras}}',
  rush: '{count, plural, one {# entrada recién vendida} other {# entradas recién vendidas}}',
  rushOf: '{count, plural, one {# entrada «{tier}» recién vendida} other {# entradas «{tier}» recién vendidas}}',
  rushLeft: '{left, plural, =0 {{sold}, no queda ninguna} one {{sold}, queda #} other {{sold}, quedan #}}',
  pause: 'Pausar estos avisos',
  resume: 'Volver a mostrar estos avisos',
  dismiss: 'Cerrar',
  paused: 'Los avisos de ventas están en pausa.',
}
