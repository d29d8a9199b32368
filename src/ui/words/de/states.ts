import type { Words } from '../en/index.ts';
import { format as f } from './format.ts';
import { ruleBlocker, ruleReason, ruleSettle } from './rule-reasons.ts';

export const states: Words['states'] = {
  state: {
    Required: 'Erforderlich',
    Installed: 'Installiert',
    Unknown: 'Unbekannt',
    NotRequired: 'Nicht erforderlich',
  },
  grade: { measured: 'gemessen', listed: 'gelistet', inferred: 'gefolgert', declared: 'angegeben' },
  gradeMeaning: {
    measured: 'am Rechner gelesen: Betriebssystem, Build, Dateien oder Registrierung',
    listed: 'aus der Liste der installierten KBs gelesen',
    inferred: 'aus der Reihenfolge der KB-Nummern geschlossen',
    declared: 'vom Standort angegeben',
  },
  reason: {
    'product-not-matching': 'Nicht für dieses Produkt',
    'level-not-serviced': 'Betriebssystemstand nicht mehr gewartet',
    'hotpatch-track': 'Durch Hotpatch abgedeckt',
    'not-enrolled-in-hotpatch': 'Nicht auf der Hotpatch-Spur',
    'contained-in-rollup': 'In installiertem Rollup enthalten',
    'product-declared-absent': 'Produkt als nicht vorhanden angegeben',
    'build-reached': 'Build erreicht',
    'kb-listed': 'KB in der Liste',
    'superseding-kb-listed': 'Neuere KB in der Liste',
    'build-below': 'Build zu niedrig',
    'older-cumulative-listed': 'Nur älteres kumulatives Update gelistet',
    'listed-kbs-older': 'Alle gelisteten KBs sind älter',
    'kb-not-listed': 'KB nicht in der vollständigen Liste',
    'os-facts-missing': 'Betriebssystem nicht bekannt',
    'build-not-known': 'Build dieser Version nicht bekannt',
    'ubr-unknown': 'Build-Revision (UBR) fehlt',
    'order-open': 'Reihenfolge zweier Updates offen',
    'hotfix-list-cut': 'KB-Liste abgeschnitten',
    'hotfix-list-missing': 'KB-Liste fehlt',
    'product-presence-unknown': 'Nicht bekannt, ob das Produkt da ist',
    'component-version-unknown': 'Version der Komponente fehlt',
    'channel-table-missing': 'Kanaltabelle fehlt',
    'product-name-not-understood': 'Produktname nicht verstanden',
    ...ruleReason,
    undecided: 'Von keiner Regel entschieden',
  },
  blocker: {
    'os-facts': 'Angaben zum Betriebssystem',
    'build-table': 'Build in der Build-Tabelle',
    ubr: 'Build-Revision (UBR)',
    'hotfix-list': 'Vollständige KB-Liste',
    'missing-months': 'Fehlende Monate des Katalogs',
    'product-presence': 'Vorhandensein des Produkts',
    'component-version': 'Version der Komponente',
    'channel-table': 'Kanal- und Build-Tabelle der Microsoft 365 Apps',
    ...ruleBlocker,
    'product-name': 'Produktname des Katalogs',
  },
  settle: {
    'os-facts':
      'Führen Sie systeminfo auf dem Rechner aus, speichern Sie den Text und lassen Sie die Datei hier fallen.',
    'build-table': 'Der Build ist neuer als dieses Programm. Bringen Sie eine neuere Version von Patchferry.',
    ubr: 'Lesen Sie mit winver die Zahl nach dem letzten Punkt und tragen Sie sie auf der Seite des Rechners ein; oder bringen Sie eine CSV-Datei mit machine,ubr.',
    'hotfix-list':
      'Führen Sie „wmic qfe list full“ oder „Get-HotFix | Export-Clixml“ auf dem Rechner aus und lassen Sie die Datei hier fallen.',
    'missing-months': 'Bringen Sie die Dokumente dieser Monate von der verbundenen Seite.',
    'product-presence':
      'Die heute gelesenen Inventardateien nennen keine installierten Produkte. Stellen Sie fest, ob das Produkt da ist.',
    'component-version':
      'Die heute gelesenen Inventardateien nennen die Version dieser Komponente nicht. Sehen Sie auf dem Rechner nach.',
    'channel-table':
      'Updates der Microsoft 365 Apps gehen nach Kanal und Build. Vergleichen Sie den Build unter Datei, Konto.',
    ...ruleSettle,
    'product-name': 'Diese Version von Patchferry versteht den Produktnamen nicht. Entscheiden Sie von Hand.',
  },
  mark: {
    superseded: 'ersetzt',
    'alternative-track': 'andere Spur',
    'needs-esu-licence': 'braucht ESU-Lizenz',
    'ltsc-edition-only': 'nur LTSC-Edition',
    'licence-unknown': 'Lizenz nicht bekannt',
    'build-exception': 'Build-Ausnahme',
    'successor-installed': 'Nachfolger installiert',
  },
  markMeaning: {
    superseded: 'Ein neueres erforderliches Update enthält dieses.',
    'alternative-track': 'Der Standort folgt der anderen Spur; dieses Update ist eine Alternative.',
    'needs-esu-licence': 'Installiert sich nur mit einer Lizenz für erweiterte Sicherheitsupdates.',
    'ltsc-edition-only': 'Nach Supportende nur für LTSC-Editionen.',
    'licence-unknown': 'Ob der Rechner es installieren darf, hängt von einer unbekannten Lizenz ab.',
    'build-exception': 'Bei diesem Produkt beweist der Build allein die Behebung nicht; siehe die CVE.',
    'successor-installed':
      'Erforderlich, obwohl ein Update installiert ist, das dieses ersetzt: das Inventar ansehen oder ein nur teilweise entferntes Update.',
  },
  incomplete: {
    'os-facts-missing': 'Keine Angaben zum Betriebssystem',
    'hotfix-list-missing': 'Keine KB-Liste',
    'hotfix-list-cut': 'KB-Liste abgeschnitten',
    'ubr-missing': 'Keine Build-Revision (UBR)',
    'build-not-known': 'Build dieser Version nicht bekannt',
  },
  notServiced: 'Betriebssystemstand nicht mehr gewartet',
  notServicedText:
    'Kein importiertes Dokument nennt diesen Betriebssystemstand. Er bekommt keine Updates und gilt nie als konform.',
  unavailable: {
    'not-collected': 'nicht erhoben',
    'list-cut': 'die Liste ist abgeschnitten',
    'list-missing': 'es gibt keine Liste',
    'build-not-known': 'Build dieser Version nicht bekannt',
    'product-presence-not-collected': 'installierte Produkte wurden nicht erhoben',
    'component-version-not-collected': 'Komponentenversionen wurden nicht erhoben',
    'channel-table-not-imported': 'die Kanaltabelle wurde nicht importiert',
    'not-understood': 'von dieser Version nicht verstanden',
  },
  truth: { true: 'wahr', false: 'falsch', unknown: 'nicht bekannt' },
  bars: {
    label: (machine) => `Zustände von ${machine}`,
    of: (state, n) => `${state} ${f.number(n)}`,
  },
};
