import type { Messages } from '../en.ts'

export const show: Messages['show'] = {
  when: 'Datum',
  starts: 'Beginn',
  ends: 'Ende',
  where: 'Ort',
  doorsAt: 'Einlass {time}',
  yourTime: '{time} in Ihrer Zeitzone',
  yourTimes:
    'In Ihrer Zeitzone: {doors, select, none {} other {Einlass {doors} · }}Beginn {starts}{ends, select, none {} other { · Ende {ends}}}',
  about: 'Über die Veranstaltung',
  performers: 'Mit',
  age: 'Alter',
  directions: 'Anfahrt',
  accessibility: 'Barrierefreiheit',
  tickets: 'Tickets',
  from: 'ab {price}',
  cancelledTitle: 'Diese Veranstaltung ist abgesagt',
  cancelledText: 'Gekaufte Tickets werden erstattet, ohne dass Sie etwas tun müssen.',
  begunTitle: 'Diese Veranstaltung hat begonnen',
  begunText: 'Beginn war am {when}. Tickets sind nicht mehr im Verkauf.',
  overTitle: 'Diese Veranstaltung ist vorbei',
  overText: 'Beginn war am {when}.',
  onSaleTitle: 'Im Verkauf ab {when}',
  onSaleText: 'Ab dann können Sie hier Ihre Tickets wählen. Die Seite müssen Sie nicht neu laden.',
  soldOutTitle: 'Ausverkauft',
  soldOutText: 'Tickets, die zurückkommen, erscheinen hier sofort. Lassen Sie diese Seite offen.',
  allHeldTitle: 'Gerade ist kein Platz frei',
  allHeldText: 'Plätze in Warenkörben werden vielleicht in wenigen Minuten wieder frei. Der Plan zeigt es sofort.',
  viewers:
    '{count, plural, one {Außer Ihnen sieht sich gerade niemand diese Veranstaltung an} other {# Personen sehen sich gerade diese Veranstaltung an}}',
}
