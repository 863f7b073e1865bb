import type { DemoLegal } from './demo-legal.ts'

export const lunaLegal: DemoLegal<'es-ES' | 'en-GB'> = {
  'es-ES': {
    legal: {
      imprint: `Luna Teatros S. L.
Calle del Farol, 14
28012 Madrid

Inscrita en el Registro Mercantil de Madrid. Administradora: Beatriz Olmedo.

taquilla@luna.example
+34 910 123 456

Luna es una tienda de demostración: la sociedad, su domicilio y sus funciones son inventados.`,
      privacy: `Responsable del tratamiento
Luna Teatros S. L. trata los datos que usted nos confía en estas páginas. Para cualquier consulta, escriba a taquilla@luna.example.

Qué datos, y con qué fin
Para venderle entradas necesitamos su nombre, su correo electrónico y el detalle de su compra. Los comunicamos a la sala o compañía indicada en cada función, que es quien le recibe. Los datos de su tarjeta van directamente al proveedor de pagos y no pasan por nosotros. La base jurídica es el contrato de compra.

Lo que no hacemos
No hay publicidad, ni perfiles, ni contenidos cargados desde otras empresas. Las cookies, y lo poco que se guarda en el almacenamiento de su navegador, sirven solo a la tienda: recuerdan las butacas que le guardamos, mantienen abierta su sesión, le conectan con las novedades en directo y saben qué avisos ha cerrado.

Correos
Le escribimos acerca de su pedido: la confirmación, los cambios de una función y un recordatorio la víspera. Los recordatorios y las listas de espera se cancelan con un clic en el propio correo.

Plazos
Los pedidos se conservan durante los plazos que fija la ley tributaria. Lo que nos permite encontrar su pedido cuando llama a taquilla se olvida al cabo de un año. Si elimina su cuenta, desaparecen con ella de inmediato sus avisos, sus puestos en listas de espera y lo que nos permite encontrar sus pedidos cuando llama. Además de los pedidos se conservan su dirección de correo hasta 30 días después de la función, para poder escribirle sobre ella, los correos enviados durante 30 días, una huella ilegible de la dirección durante un año desde la compra, para que aún pueda pedir sus entradas, y, sin plazo, notas sin su nombre ni dirección de que no desea recordatorios y de que hubo una cuenta que ya no existe.

Sus derechos
Puede acceder a sus datos, rectificarlos, llevárselos, suprimirlos u oponerse a su uso; casi todo está a su alcance en «Mi cuenta». Si no le atendemos como es debido, puede reclamar ante la Agencia Española de Protección de Datos.`,
      terms: `1. Quién vende
Luna Teatros S. L. vende entradas por cuenta de las salas y compañías indicadas en cada función, responsables de la representación.

2. Precios
El precio que ve es el precio final: incluye impuestos y gastos, que se desglosan antes de pagar.

3. Reserva y compra
Al elegir sus butacas se las guardamos mientras corre el reloj; si necesita más tiempo, basta con pedirlo. El contrato queda celebrado cuando confirmamos su pedido. Si un precio cambiara antes, se lo diremos y decidirá usted.

4. Entradas
Las encontrará en su pedido: en el móvil, en PDF y en su correo. Cada código admite a una persona, una sola vez.

5. Desistimiento
Por tratarse de espectáculos con fecha determinada, la ley no prevé derecho de desistimiento. Si le surge un imprevisto, llámenos: haremos lo que esté en nuestra mano.

6. Cancelaciones y cambios
Si una función se suspende, le devolvemos el importe íntegro, gastos incluidos, sin que tenga que solicitarlo. Si cambia de fecha o de sala, le escribiremos y podrá conservar sus entradas o devolverlas.

7. En la sala
Se ruega puntualidad: comenzada la función, el acceso depende de cada sala. Si tiene movilidad reducida, llámenos y le buscaremos el mejor sitio.

8. Ley aplicable
Se aplica la ley española. Nada de lo anterior limita los derechos que la ley le reconoce como consumidor.`,
    },
    mail: { signature: 'Que se levante el telón.\nLa taquilla de Luna Teatros' },
  },
  'en-GB': {
    legal: {
      imprint: `Luna Teatros S. L.
Calle del Farol, 14
28012 Madrid, Spain

Entered in the commercial register of Madrid. Director: Beatriz Olmedo.

taquilla@luna.example
+34 910 123 456

Luna is a demonstration shop: the company, its address and its performances are invented.`,
      privacy: `Who is responsible
Luna Teatros S. L. handles the data that you entrust to us on these pages. For any question, write to taquilla@luna.example.

Which data, and what for
To sell you tickets we need your name, your e-mail address and the details of your purchase. We share them with the house or company named with each performance, who will receive you. Your card details go straight to the payment provider and never pass through our hands. The legal basis is the contract of sale.

What we do not do
There is no advertising, no profiling, and nothing loaded from other companies. Cookies, and the little that is kept in your browser’s own storage, serve the shop alone: they remember the seats we are keeping for you, keep you signed in, connect you to live news and know which notices you have closed.

Mails
We write to you about your order: its confirmation, changes to a performance, and a reminder the day before. Reminders and waiting lists end with one click in the mail itself.

How long
Orders are kept for as long as tax law requires. What lets us find your order when you call the box office is forgotten after a year. If you delete your account, your inbox, your places on waiting lists and what we find your orders by when you call go with it at once. Besides your orders there remain your address until 30 days after the performance, so that we can still write to you about it, the mails we sent for 30 days, an unreadable fingerprint of the address for a year after the purchase, so that you can still have your tickets sent, and, for good, notes without your name or address that you ended reminders and that an account is gone.

Your rights
You may see your data, correct it, take it with you, have it erased or object to its use; almost all of it is within reach in your account. If we do not attend to you as we should, you may complain to the Spanish data protection agency (Agencia Española de Protección de Datos).`,
      terms: `1. Who sells
Luna Teatros S. L. sells tickets on behalf of the houses and companies named with each performance, who are responsible for what happens on stage.

2. Prices
The price you see is the final one: it includes taxes and fees, which are itemised before you pay.

3. Reserving and buying
When you choose your seats we keep them while the clock runs; if you need longer, just ask. The contract is made when we confirm your order. Should a price change before then, we tell you and the decision is yours.

4. Tickets
You will find them in your order: on your phone, as a PDF and in your mail. Each code admits one person, once.

5. Withdrawal
For performances on a given date, the law provides no right of withdrawal. If something comes up, call us: we will do what we can.

6. Cancellations and changes
If a performance is called off, we return the full amount, fees included, without your having to ask. If its date or house changes, we write to you, and you may keep your tickets or return them.

7. At the theatre
Please be on time: once the performance has begun, admission depends on the house. If stairs are difficult for you, give us a call and we will find you the best place.

8. Applicable law
Spanish law applies. Nothing above limits the rights that the law gives you as a consumer.`,
    },
    mail: { signature: 'May the curtain rise.\nThe box office of Luna Teatros' },
  },
}
