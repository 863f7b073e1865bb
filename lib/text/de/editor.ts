import type { Messages } from '../en.ts'

export const editor: Messages['editor'] = {
  partLanguages: 'Sprachen',
  partTranslations: 'Übersetzungen',
  partPlace: 'Adressen, Zeit und Geld',
  logoPicture: 'Logo',
  logoHint:
    'Ersetzt Wortmarke und Bildmarke auf Seiten, in E-Mails, auf Tickets und in geteilten Links. Vorgelesen wird die Wortmarke.',
  heroPicture: 'Bild',
  heroHint: 'Steht dort, wo sonst das Bild der nächsten Veranstaltung steht.',
  textPicture: 'Bild',
  textHint: 'Steht neben dem Text.',
  alt: 'Was es zeigt, für alle, die es nicht sehen',
  altHint: 'Leer, wenn es nur schmückt.',
  pictureTypes: 'PNG, JPEG oder WebP, bis 4 MB; ziehen Sie es hierher oder wählen Sie es aus.',
  pictureChoose: 'Datei auswählen',
  pictureReplace: 'Andere Datei auswählen',
  pictureRemove: 'Nicht mehr zeigen',
  pictureDelete: 'Löschen',
  pictureSending: 'Wird hochgeladen …',
  pictureReady: 'Das Bild ist hochgeladen.',
  'picture_not-a-picture':
    'Das ist kein PNG, JPEG oder WebP. Speichern Sie es als eines davon; SVG wird nicht angenommen, weil es ein Programm ist.',
  picture_damaged:
    'Diese Datei ist beschädigt oder abgeschnitten. Speichern Sie sie neu und versuchen Sie es noch einmal.',
  picture_moving: 'Animierte Bilder werden nicht angenommen. Speichern Sie eines der Einzelbilder.',
  'picture_too-many-pixels':
    'Dieses Bild hat mehr als 40 Millionen Bildpunkte. Verkleinern Sie es: 1.600 an der langen Seite genügen.',
  'picture_too-thin':
    'Dieses Bild ist zu klein oder zu schmal: mindestens 16 Bildpunkte, und keine Seite mehr als 20-mal so lang wie die andere.',
  'picture_too-large':
    'Diese Datei ist größer als 4 MB. Verkleinern Sie sie: 1.600 Bildpunkte an der langen Seite genügen.',
  'picture_no-room':
    'Für weitere Bilder ist kein Platz. Löschen Sie unter „Schon hochgeladen“ welche, die Sie nicht brauchen.',
  'picture_signed-out':
    'Sie sind nicht mehr angemeldet. Melden Sie sich in einem anderen Tab wieder an und wiederholen Sie dies.',
  picture_away: 'Der Server war nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
  library: 'Schon hochgeladen',
  libraryTitle: 'Schon hochgeladen',
  libraryAsked: 'Einen Moment …',
  libraryEmpty: 'Es wurde noch nichts hochgeladen.',
  libraryRoom: '{used, number} von {room, number} MB sind belegt. Wählen Sie ein Bild, um es hier zu verwenden.',
  libraryUse: 'Bild {number} verwenden: {width, number} mal {height, number} Bildpunkte',
  libraryRemove: 'Bild {number} löschen',
  library_removed: 'Das Bild ist gelöscht.',
  library_shown: 'Die veröffentlichte Version oder der neueste Entwurf zeigt dieses Bild, deshalb bleibt es.',
  library_away: 'Das hat nicht geklappt. Bitte versuchen Sie es gleich noch einmal.',
  close: 'Schließen',
  draft_signedOut:
    'Nicht gespeichert: Sie sind nicht mehr angemeldet. Melden Sie sich in einem anderen Tab an und versuchen Sie es noch einmal; Ihre Änderungen sind noch da.',
  draft_role:
    'Nicht gespeichert: Ihr Konto darf diese Website nicht mehr ändern. Fragen Sie eine Inhaberin oder einen Inhaber des Shops; Ihre Änderungen sind noch da.',
  draft_tooLong:
    'Nicht gespeichert: Das ist länger, als eine Website sein darf. Kürzen Sie die Rechtstexte oder die Übersetzungen.',
  draft_fields:
    '{count, plural, one {Nicht gespeichert: ein Feld wurde abgelehnt} other {Nicht gespeichert: # Felder wurden abgelehnt}}: {reason}',
  draft_other: 'Nicht gespeichert. {reason} Ihre Änderungen sind noch da.',
  draftSignIn: 'Anmelden',
  languagesHint:
    'Seiten in der ersten Sprache haben einfache Adressen; die der anderen beginnen mit der Sprache, etwa /de.',
  firstLanguage: 'Erste',
  firstLanguageOf: 'Erste Sprache: {name}',
  texts_missing:
    '{missing, plural, =0 {alle Texte sind übersetzt} one {# von {count, number} Texten ist nicht übersetzt} other {# von {count, number} Texten sind nicht übersetzt}}',
  firstHint: 'Wird eine andere Sprache die erste, tauschen ihre Texte und die bisherigen den Platz.',
  translationLanguage: 'Sprache',
  translationsNone: 'Fügen Sie oben eine zweite Sprache hinzu, dann erscheinen ihre Texte hier.',
  translationsHint: 'Was leer bleibt, steht in der ersten Sprache da.',
  slot_tagline: 'Leitspruch',
  slot_description: 'Beschreibung für Suchmaschinen',
  slot_holdNotice: 'Hinweis bei reservierten Tickets',
  slot_footerText: 'Text der Fußzeile',
  slot_title: 'Abschnitt {place}: Titel',
  slot_text: 'Abschnitt {place}: Text',
  slot_alt: 'Abschnitt {place}: was sein Bild zeigt',
  slot_menu: 'Menü, Link {place}',
  slot_footerLink: 'Fußzeile, Link {place}',
  slot_imprint: 'Impressum',
  slot_privacy: 'Datenschutzerklärung',
  slot_terms: 'AGB',
  slot_signature: 'Signatur der Mails',
  slotOriginal: '{name}: das Original',
  hosts: 'Adressen',
  hostsHint:
    'Die Hauptadresse nennen Suchmaschinen und E-Mails; die anderen führen zu ihr. Eine neue Adresse braucht zuerst DNS und ein Zertifikat, deshalb fügt sie hinzu, wer die Plattform betreibt.',
  hostPrimary: 'Hauptadresse',
  timeZoneHint: 'Für Daten, die zu keinem Ort gehören. Zeiten einer Veranstaltung sind immer die ihres Ortes.',
  currencyHint: 'Preise kommen in dieser Währung aus dem Ticketsystem; dort wird sie geändert.',
  showsFilter: 'Veranstaltung suchen',
  showsFilterHint: 'Wörter aus Titel, Ort oder Datum.',
  showsFound: '{count, plural, =0 {Nichts passt.} one {# Veranstaltung passt.} other {# Veranstaltungen passen.}}',
  showsMore:
    '{count, plural, one {# weitere steht nicht in der Liste: Geben Sie Wörter ein, um sie zu finden.} other {# weitere stehen nicht in der Liste: Geben Sie Wörter ein, um sie zu finden.}}',
  showsUnknown: 'wird hier nicht verkauft',
  listFull: 'Mehr als {limit, number} Einträge sind nicht möglich. Entfernen Sie einen, um einen neuen hinzuzufügen.',
  listFewest:
    '{count, plural, one {Ein Eintrag muss bleiben.} other {# Einträge müssen bleiben.}} Fügen Sie einen hinzu, um einen anderen zu entfernen.',
}
