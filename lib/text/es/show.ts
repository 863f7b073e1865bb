import type { Messages } from '../en.ts'

export const show: Messages['show'] = {
  when: 'Fecha',
  starts: 'Comienzo',
  ends: 'Final',
  where: 'Lugar',
  doorsAt: 'Puertas {time}',
  yourTime: '{time} en su zona horaria',
  yourTimes:
    'En su zona horaria: {doors, select, none {} other {puertas {doors} · }}comienzo {starts}{ends, select, none {} other { · final {ends}}}',
  about: 'Sobre el espectáculo',
  performers: 'Con',
  age: 'Edad',
  directions: 'Cómo llegar',
  accessibility: 'Accesibilidad',
  tickets: 'Entradas',
  from: 'desde {price}',
  cancelledTitle: 'Función cancelada',
  cancelledText: 'Las entradas compradas se reembolsan sin que tenga que hacer nada.',
  begunTitle: 'Esta función ya ha empezado',
  begunText: 'Empezó el {when}. Ya no se venden entradas.',
  overTitle: 'Esta función ya ha terminado',
  overText: 'Fue el {when}.',
  onSaleTitle: 'A la venta {when}',
  onSaleText: 'A partir de ese momento podrá elegir aquí sus entradas. No hace falta recargar la página.',
  soldOutTitle: 'Entradas agotadas',
  soldOutText: 'Si alguna entrada vuelve a la venta, aparecerá aquí al momento. Deje esta página abierta.',
  allHeldTitle: 'Ahora mismo no hay butacas libres',
  allHeldText:
    'Las butacas que están en una cesta pueden quedar libres en unos minutos. El plano lo muestra enseguida.',
  viewers:
    '{count, plural, one {Ahora mismo solo usted está viendo esta función} other {# personas están viendo esta función}}',
}
