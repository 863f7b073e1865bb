import type { DemoLegal } from './demo-legal.ts'

export const auroraLegal: DemoLegal<'en-GB' | 'es-ES' | 'de-DE'> = {
  'en-GB': {
    legal: {
      imprint: `Aurora Live Ltd
7 Lantern Yard, Bristol
United Kingdom

Registered in England. Director: Imogen Pryce.

hello@aurora.example
+44 20 7946 0321

Aurora is a demonstration shop: the company, its address and its shows are invented.`,
      privacy: `Who is responsible
Aurora Live Ltd decides what happens to your data on these pages. Write to hello@aurora.example whenever you have a question about it.

What we keep, and why
To sell you tickets we need your name, your e-mail address and what you bought. We pass the order to the venue or promoter named on the show’s page, because they let you in. Your card details go straight to the payment provider; we never see them. All this rests on the contract between us.

What we do not do
No advertising, no profiles, nothing loaded from other companies. The cookies we set, and the little we keep in your browser’s own storage, serve the shop alone: they remember which tickets are held for you, keep you signed in, connect you to live news and know which notices you have closed.

Mails
We write about your order: that it is confirmed, that a show has changed, that it is tomorrow. Reminders and waiting lists end with one click in the mail itself.

How long
Orders are kept as long as tax law asks. What helps us find your order when you call is forgotten after a year. If you delete your account, your inbox, your places on waiting lists and what we find orders by when you call go with it at once. Besides your orders there remain your address until 30 days after the show, so that we can still write to you about it, the mails we sent for 30 days, an unreadable fingerprint of the address for a year after you bought, so that you can still have your tickets sent, and, for good, notes without your name or address that you ended reminders and that an account is gone.

Your rights
You may see your data, correct it, take it with you, have it deleted, or object. Most of that you can do yourself in your account. If we do not put something right, the Information Commissioner’s Office will listen to you.`,
      terms: `1. Who sells
Aurora Live Ltd sells tickets on behalf of the venues and promoters named on each page. The evening itself is a contract between you and them.

2. Prices
The price you see first is the price you pay. Fees are in it, and they are listed before you confirm.

3. Holding and buying
When you choose tickets we hold them while the clock on the page runs; you may ask for more time. The contract is made when we confirm your order. If a price changes before that, we tell you and you decide anew.

4. Tickets
You receive them in your order as a code for your phone, as a PDF and by mail. Each code lets one person in, once. Please keep it to yourself.

5. If you cannot come
The law gives no right to cancel tickets for a fixed date. Write to us until two days before the doors open all the same, and we will try to find them a good home.

6. If the show cannot go on
If it is called off, you get back everything you paid, fees included, without having to ask. If it moves to another day or place, we write to you, and you may keep your tickets or return them.

7. At the door
The house rules of the venue apply. Age limits are on the show’s page.

8. Liability and law
We answer for what we do wrong, and nothing here takes away rights that the law gives you. English law applies.`,
    },
    mail: { signature: 'See you down the front\nEveryone at Aurora' },
  },
  'es-ES': {
    legal: {
      imprint: `Aurora Live Ltd
7 Lantern Yard, Bristol
Reino Unido

Inscrita en Inglaterra. Directora: Imogen Pryce.

hello@aurora.example
+44 20 7946 0321

Aurora es una tienda de demostración: la empresa, su dirección y sus conciertos son inventados.`,
      privacy: `Quién es responsable
Aurora Live Ltd decide qué se hace con tus datos en estas páginas. Si tienes cualquier pregunta, escribe a hello@aurora.example.

Qué guardamos y para qué
Para venderte entradas necesitamos tu nombre, tu correo y lo que has comprado. Enviamos el pedido a la sala o al promotor que se indica en la página del concierto, porque son quienes te dejan entrar. Los datos de tu tarjeta van directamente al proveedor de pagos; nosotros no los vemos. La base de todo ello es el contrato entre tú y nosotros.

Qué no hacemos
Ni publicidad, ni perfiles, ni nada cargado desde otras empresas. Las cookies que usamos, y lo poco que guardamos en el almacenamiento de tu navegador, sirven solo a la tienda: recuerdan qué entradas te estamos guardando, mantienen tu sesión abierta, te conectan con las novedades en directo y saben qué avisos has cerrado.

Correos
Te escribimos sobre tu pedido: que está confirmado, que un concierto ha cambiado, que es mañana. Los recordatorios y las listas de espera se terminan con un clic en el propio correo.

Cuánto tiempo
Guardamos los pedidos mientras lo exija la ley tributaria. Lo que nos ayuda a encontrar tu pedido cuando llamas se olvida al cabo de un año. Si borras tu cuenta, se borran con ella al instante tus avisos, tus puestos en listas de espera y lo que nos permite encontrar tus pedidos cuando llamas. Además de los pedidos quedan tu dirección de correo hasta 30 días después del concierto, para poder escribirte sobre él, los correos enviados durante 30 días, una huella ilegible de la dirección durante un año desde la compra, para que aún puedas pedir tus entradas, y, sin plazo, notas sin tu nombre ni dirección de que no quieres recordatorios y de que hubo una cuenta que ya no existe.

Tus derechos
Puedes ver tus datos, corregirlos, llevártelos, pedir que se borren u oponerte a su uso. Casi todo puedes hacerlo tú en tu cuenta. Si no ponemos remedio a algo, puedes acudir a la autoridad de protección de datos del Reino Unido (Information Commissioner’s Office) o a la de tu país.`,
      terms: `1. Quién vende
Aurora Live Ltd vende entradas por cuenta de las salas y los promotores que se indican en cada página. El concierto en sí es un contrato entre tú y ellos.

2. Precios
El precio que ves al principio es el que pagas. Los gastos ya están incluidos y se detallan antes de que confirmes.

3. Reserva y compra
Cuando eliges entradas, te las guardamos mientras corre el reloj de la página; puedes pedir más tiempo. El contrato se cierra cuando confirmamos tu pedido. Si un precio cambia antes, te avisamos y decides de nuevo.

4. Entradas
Las recibes en tu pedido como código para el móvil, en PDF y por correo. Cada código deja pasar a una persona, una vez. No lo compartas.

5. Si no puedes ir
La ley no concede derecho de desistimiento en entradas con fecha fija. Aun así, escríbenos hasta dos días antes de la apertura de puertas y buscaremos quien las aproveche.

6. Si el concierto no puede celebrarse
Si se cancela, te devolvemos todo lo que pagaste, gastos incluidos, sin que tengas que pedirlo. Si cambia de día o de lugar, te escribimos y puedes conservar las entradas o devolverlas.

7. En la puerta
Valen las normas de cada sala. Los límites de edad figuran en la página del concierto.

8. Responsabilidad y ley aplicable
Respondemos de lo que hagamos mal, y nada de lo dicho aquí te quita derechos que la ley te da. Se aplica la ley inglesa; como consumidor conservas la protección de tu país.`,
    },
    mail: { signature: 'Nos vemos en primera fila\nTodo el equipo de Aurora' },
  },
  'de-DE': {
    legal: {
      imprint: `Aurora Live Ltd
7 Lantern Yard, Bristol
Vereinigtes Königreich

Eingetragen in England. Geschäftsführerin: Imogen Pryce.

hello@aurora.example
+44 20 7946 0321

Aurora ist ein Vorführladen: Die Firma, ihre Anschrift und ihre Konzerte sind erfunden.`,
      privacy: `Wer verantwortlich ist
Aurora Live Ltd entscheidet, was auf diesen Seiten mit Ihren Daten geschieht. Fragen dazu beantworten wir jederzeit unter hello@aurora.example.

Was wir speichern, und wozu
Um Ihnen Tickets zu verkaufen, brauchen wir Ihren Namen, Ihre E-Mail-Adresse und das, was Sie gekauft haben. Die Bestellung geben wir an das Haus oder den Veranstalter weiter, der auf der Seite der Show genannt ist, denn dort werden Sie eingelassen. Ihre Kartendaten gehen unmittelbar an den Zahlungsdienst; wir sehen sie nie. Grundlage ist der Vertrag zwischen Ihnen und uns.

Was wir nicht tun
Keine Werbung, keine Profile, nichts, was von anderen Firmen geladen wird. Unsere Cookies und das Wenige, was wir im Speicher Ihres Browsers ablegen, dienen allein dem Laden: Sie merken sich, welche Tickets für Sie reserviert sind, halten Sie angemeldet, verbinden Sie mit den Neuigkeiten in Echtzeit und wissen, welche Hinweise Sie geschlossen haben.

E-Mails
Wir schreiben Ihnen zu Ihrer Bestellung: dass sie bestätigt ist, dass sich eine Show geändert hat, dass sie morgen ist. Erinnerungen und Wartelisten beenden Sie mit einem Klick in der E-Mail selbst.

Wie lange
Bestellungen bewahren wir so lange auf, wie das Steuerrecht es verlangt. Was uns hilft, Ihre Bestellung zu finden, wenn Sie anrufen, wird nach einem Jahr vergessen. Löschen Sie Ihr Konto, verschwinden mit ihm sofort Ihre Mitteilungen, Ihre Plätze auf Wartelisten und das, woran wir Ihre Bestellungen am Telefon finden. Außer den Bestellungen bleiben Ihre Adresse bis 30 Tage nach der Show, damit wir Ihnen dazu noch schreiben können, gesendete E-Mails 30 Tage lang, ein unlesbarer Fingerabdruck der Adresse bis ein Jahr nach dem Kauf, damit Sie sich Ihre Tickets noch zusenden lassen können, und auf Dauer Vermerke ohne Ihren Namen und Ihre Adresse, dass Sie Erinnerungen beendet haben und dass es ein Konto nicht mehr gibt.

Ihre Rechte
Sie können Ihre Daten einsehen, berichtigen, mitnehmen und löschen lassen oder der Verwendung widersprechen. Das meiste davon können Sie in Ihrem Konto selbst tun. Bringen wir etwas nicht in Ordnung, hilft Ihnen die britische Aufsichtsbehörde (Information Commissioner’s Office) oder die Ihres Landes.`,
      terms: `1. Wer verkauft
Aurora Live Ltd verkauft Tickets im Auftrag der Häuser und Veranstalter, die auf der jeweiligen Seite genannt sind. Über den Abend selbst schließen Sie den Vertrag mit ihnen.

2. Preise
Der Preis, den Sie zuerst sehen, ist der, den Sie zahlen. Die Gebühren sind darin enthalten und werden vor der Bestätigung aufgeführt.

3. Reservieren und kaufen
Wenn Sie Tickets auswählen, halten wir sie fest, solange die Uhr auf der Seite läuft; Sie können um mehr Zeit bitten. Der Vertrag kommt zustande, wenn wir Ihre Bestellung bestätigen. Ändert sich vorher ein Preis, sagen wir es Ihnen, und Sie entscheiden neu.

4. Tickets
Sie erhalten sie in Ihrer Bestellung als Code fürs Telefon, als PDF und per E-Mail. Jeder Code gewährt einer Person einmal Einlass. Bitte behalten Sie ihn für sich.

5. Wenn Sie nicht können
Für Tickets zu einem festen Termin sieht das Gesetz kein Widerrufsrecht vor. Schreiben Sie uns trotzdem bis zwei Tage vor dem Einlass, dann suchen wir jemanden, der sich darüber freut.

6. Wenn die Show nicht stattfinden kann
Wird sie abgesagt, erhalten Sie alles zurück, was Sie gezahlt haben, auch die Gebühren, und ohne darum bitten zu müssen. Wird sie verlegt, schreiben wir Ihnen, und Sie können Ihre Tickets behalten oder zurückgeben.

7. Am Einlass
Es gilt die Hausordnung des Hauses. Altersgrenzen stehen auf der Seite der Show.

8. Haftung und Recht
Für das, was wir falsch machen, stehen wir ein, und nichts hiervon nimmt Ihnen Rechte, die das Gesetz Ihnen gibt. Es gilt englisches Recht; der Schutz, den Ihr Land Verbrauchern gewährt, bleibt Ihnen.`,
    },
    mail: { signature: 'Bis gleich in der ersten Reihe\nIhr Team von Aurora' },
  },
}
