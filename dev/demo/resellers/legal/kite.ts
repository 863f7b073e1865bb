import type { DemoLegal } from './demo-legal.ts'

export const kiteLegal: DemoLegal<'en-US' | 'es-ES'> = {
  'en-US': {
    legal: {
      imprint: `Kite Family Tickets, Inc.
210 Paper Street
New York, NY

hello@kite.example
+1 212 555 0147

Kite is a demonstration shop: the company, its address and its shows are invented.`,
      privacy: `The short version
We ask for what it takes to get your family in, we share it with the people at the door, and we sell it to nobody.

What we keep, and why
Your name, your e-mail address and your order. The theater or producer named on the show’s page gets the order, because they let you in. Your card number goes straight to the payment provider; we never see it. We ask for nothing about your children, not even their names.

What we don’t do
No ads, no profiles, nothing loaded from other companies. We do not sell or share personal information. Cookies, and the little we keep in your browser’s own storage, are for the shop only: they remember the seats we’re holding for you, keep you signed in, connect you to live news and know which notices you’ve closed.

Mail
We write about your order: it’s confirmed, something changed, it’s tomorrow. Reminders and waitlists stop with one click in the mail itself.

How long
We keep orders as long as tax law says. What helps us find your order when you call is forgotten after a year. Delete your account and your inbox, your waitlist spots and what we find your orders by when you call go with it at once. Besides your orders, we keep your address until 30 days after the show, so we can still write to you about it, the mails we sent for 30 days, an unreadable fingerprint of the address for a year after you bought, so you can still have your tickets sent, and, for good, notes without your name or address that you stopped reminders and that an account is gone.

Your choices
You can see your data, fix it, download it or delete it. Most of that is in your account; for the rest, write to hello@kite.example.`,
      terms: `1. Who sells
Kite Family Tickets, Inc. sells tickets for the theaters and producers named on each page. The show itself is between you and them.

2. Prices
All-in, from the first page to the last. Fees are part of the price you see, and they are listed before you pay.

3. Holding and buying
Your seats are yours while the timer runs, and you can add more time. You’ve bought them once we confirm your order. If a price changes before that, we tell you and you decide.

4. Tickets
On your phone, as a PDF and by mail. One code, one person, one time. Children who need a seat need a ticket; if yours still fits on a lap, write to us first.

5. When somebody is sick
Tell us by 9 a.m. on the day and we’ll move your tickets to another date, free. Otherwise sales are final.

6. When the show can’t go on
If it’s canceled, you get everything back, fees included, without asking. If it moves, we write to you, and you can keep your tickets or return them.

7. At the theater
House rules apply. Strollers stay where the show’s page says, and it lists the doors without stairs.

8. The law
New York law applies. Nothing here takes away rights you have as a consumer.`,
    },
    mail: { signature: 'See you on the big day!\nYour friends at Kite' },
  },
  'es-ES': {
    legal: {
      imprint: `Kite Family Tickets, Inc.
210 Paper Street
Nueva York, NY, Estados Unidos

hello@kite.example
+1 212 555 0147

Kite es una tienda de demostración: la empresa, su dirección y sus espectáculos son inventados.`,
      privacy: `En pocas palabras
Pedimos lo necesario para que su familia entre, lo compartimos con quienes están en la puerta y no lo vendemos a nadie.

Qué guardamos y para qué
Su nombre, su correo y su pedido. El teatro o productor que se indica en la página del espectáculo recibe el pedido, porque es quien les deja pasar. El número de su tarjeta va directamente al proveedor de pagos; nosotros no lo vemos. De sus hijos no pedimos nada, ni siquiera el nombre.

Qué no hacemos
Ni anuncios, ni perfiles, ni nada cargado desde otras empresas. No vendemos ni cedemos datos personales. Las cookies, y lo poco que guardamos en el almacenamiento de su navegador, son solo para la tienda: recuerdan los asientos que le guardamos, mantienen su sesión abierta, le conectan con las novedades en directo y saben qué avisos ha cerrado.

Correos
Le escribimos sobre su pedido: está confirmado, algo ha cambiado, es mañana. Los recordatorios y las listas de espera se terminan con un clic en el propio correo.

Cuánto tiempo
Guardamos los pedidos mientras lo exija la ley tributaria. Lo que nos ayuda a encontrar su pedido cuando llama se olvida al cabo de un año. Si borra su cuenta, se borran con ella al instante sus avisos, sus puestos en listas de espera y lo que nos permite encontrar sus pedidos cuando llama. Además de los pedidos quedan su dirección de correo hasta 30 días después del espectáculo, para poder escribirle sobre él, los correos enviados durante 30 días, una huella ilegible de la dirección durante un año desde la compra, para que aún pueda pedir sus entradas, y, sin plazo, notas sin su nombre ni dirección de que no quiere recordatorios y de que hubo una cuenta que ya no existe.

Sus opciones
Puede ver sus datos, corregirlos, descargarlos o borrarlos. Casi todo está en su cuenta; para lo demás, escriba a hello@kite.example.`,
      terms: `1. Quién vende
Kite Family Tickets, Inc. vende entradas por cuenta de los teatros y productores que se indican en cada página. El espectáculo en sí es cosa de ellos y de usted.

2. Precios
Precio final, de la primera página a la última. Los gastos forman parte del precio que ve y se detallan antes de pagar.

3. Reserva y compra
Los asientos son suyos mientras corre el reloj, y puede pedir más tiempo. La compra queda hecha cuando confirmamos su pedido. Si un precio cambia antes, se lo decimos y usted decide.

4. Entradas
En el móvil, en PDF y por correo. Un código, una persona, una vez. Los niños que necesitan asiento necesitan entrada; si el suyo aún cabe en brazos, escríbanos antes.

5. Si alguien se pone enfermo
Avísenos antes de las 9 de la mañana de ese día y pasaremos sus entradas a otra fecha, gratis. En los demás casos, la venta es definitiva.

6. Si el espectáculo no puede celebrarse
Si se cancela, se le devuelve todo, gastos incluidos, sin que tenga que pedirlo. Si cambia de fecha o de lugar, le escribimos y puede conservar las entradas o devolverlas.

7. En el teatro
Valen las normas de la casa. La página del espectáculo dice dónde se deja el cochecito y por qué puertas se entra sin escaleras.

8. La ley
Se aplica la ley de Nueva York. Nada de lo dicho aquí le quita derechos como consumidor.`,
    },
    mail: { signature: '¡Nos vemos en el gran día!\nSus amigos de Kite' },
  },
}
