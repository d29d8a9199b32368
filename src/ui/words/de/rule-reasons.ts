import type { Because } from '../en/explain.ts';

/** Wörter für die Ergebnisse der Regelsprache, der SDP-Pakete und von MSSecure. */
export const ruleReason = {
  'prerequisite-not-met': 'Voraussetzung nicht erfüllt',
  'superseded-by-rule': 'Nach eigener Regel ersetzt',
  'rules-not-applicable': 'Regeln treffen nicht zu',
  'no-applicable-item': 'Kein Bestandteil trifft zu',
  'package-expired': 'Paket abgelaufen',
  'product-not-affected': 'Kein betroffenes Produkt',
  'no-affected-file': 'Keine betroffene Datei',
  'superseded-by-patch': 'Durch anderen Patch ersetzt',
  'rules-installed': 'Regeln finden es installiert',
  'checks-passed': 'Alle Prüfungen bestanden',
  'newer-than-catalog': 'Neuer als der Katalog',
  'rules-installable': 'Regeln finden es anwendbar',
  'registry-value-missing': 'Registrierungswert fehlt',
  'file-older': 'Datei älter',
  'file-absent': 'Datei fehlt',
  'checksum-differs': 'Prüfsumme weicht ab',
  'fact-not-collected': 'Angabe nicht erhoben',
  'element-not-understood': 'Regel nicht verstanden',
  'rule-cycle': 'Voraussetzungen im Kreis',
  'prerequisite-not-imported': 'Voraussetzung nicht importiert',
  'reference-unresolved': 'Katalogeintrag fehlt',
  'rules-not-readable': 'Regeln nicht lesbar',
  'no-detection-data': 'Keine Erkennungsdaten',
  'only-untestable-checks': 'Nur nicht ausführbare Prüfungen',
};

export const ruleSentence = {
  'prerequisite-not-met': (b: Because) =>
    `Nicht erforderlich: Worauf ${b.kb} aufbaut, ist auf ${b.machine} nicht installiert${b.by ? `: ${b.by}` : ''}.`,
  'superseded-by-rule': (b: Because) =>
    `Nicht erforderlich: Eine Regel von ${b.kb} sagt, dass auf ${b.machine} bereits ein neueres ist.`,
  'rules-not-applicable': (b: Because) =>
    `Nicht erforderlich: Die Regeln von ${b.kb} treffen auf ${b.machine} nicht zu.`,
  'no-applicable-item': (b: Because) =>
    `Nicht erforderlich: Kein Bestandteil von ${b.kb} trifft auf ${b.machine} zu.`,
  'package-expired': (b: Because) => `Nicht erforderlich: Der Hersteller hat ${b.kb} zurückgezogen.`,
  'product-not-affected': (b: Because) =>
    `Nicht erforderlich: ${b.machine} hat kein Produkt mit einem Service Pack, für das ${b.kb} gedacht ist.`,
  'no-affected-file': (b: Because) =>
    `Nicht erforderlich: Keine der Dateien, die ${b.kb} ersetzt, ist auf ${b.machine}.`,
  'superseded-by-patch': (b: Because) =>
    `Für sich nicht erforderlich: ${b.by || 'ein anderer Patch'} ersetzt ${b.kb} auf ${b.machine} und trägt den Zustand.`,
  'rules-installed': (b: Because) =>
    `Installiert: Die Erkennungsregel von ${b.kb} trifft auf ${b.machine} zu.`,
  'checks-passed': (b: Because) =>
    `Installiert: Jeder Registrierungswert und jede Datei von ${b.kb} ist auf ${b.machine}.`,
  'newer-than-catalog': (b: Because) =>
    `Installiert, bitte ansehen: Eine Datei auf ${b.machine} ist neuer als die von ${b.kb}.`,
  'rules-installable': (b: Because) =>
    `Erforderlich: ${b.kb} trifft auf ${b.machine} zu und ist nicht installiert.`,
  'registry-value-missing': (b: Because) =>
    `Erforderlich: Ein Registrierungswert, den ${b.kb} schreibt, fehlt auf ${b.machine} oder ist ein anderer.`,
  'file-older': (b: Because) => `Erforderlich: Eine Datei auf ${b.machine} ist älter als die von ${b.kb}.`,
  'file-absent': (b: Because) => `Erforderlich: Eine Datei von ${b.kb} ist auf ${b.machine} nicht da.`,
  'checksum-differs': (b: Because) =>
    `Erforderlich: Eine Datei auf ${b.machine} hat die Version von ${b.kb}, aber eine andere Prüfsumme.`,
  'fact-not-collected': (b: Because) =>
    `Unbekannt: Eine Angabe, nach der ${b.kb} fragt, wurde auf ${b.machine} nicht erhoben.`,
  'element-not-understood': (b: Because) => `Unbekannt: Diese Version versteht eine Regel von ${b.kb} nicht.`,
  'rule-cycle': (b: Because) => `Unbekannt: Die Voraussetzungen von ${b.kb} führen zu ihm zurück.`,
  'prerequisite-not-imported': (b: Because) =>
    `Unbekannt: ${b.kb} baut auf einem Update auf, das kein importierter Katalog hat.`,
  'rules-not-readable': (b: Because) =>
    `Unbekannt: Die Regeln des Katalogs für ${b.kb} oder für das, was es braucht, sind nicht lesbar.`,
  'reference-unresolved': (b: Because) =>
    `Unbekannt: Der Katalog nennt für ${b.kb} etwas, das er nicht enthält.`,
  'no-detection-data': (b: Because) =>
    `Unbekannt: Der Katalog gibt keinen Weg an, ${b.kb} auf ${b.machine} zu erkennen.`,
  'only-untestable-checks': (b: Because) =>
    `Unbekannt: Jede Prüfung des Katalogs für ${b.kb} ist als nicht prüfbar markiert.`,
};

export const ruleBlocker = {
  fact: 'Erhobene Angabe',
  element: 'Regelelement',
  update: 'Update eines anderen Katalogs',
};

export const ruleSettle = {
  fact: 'Erheben Sie diese Angabe auf dem Rechner: Eine Faktendatei beantwortet sie.',
  element: 'Diese Version von Patchferry versteht diese Regel nicht. Entscheiden Sie von Hand.',
  update: 'Bringen Sie den Katalog, der dieses Update enthält.',
};
