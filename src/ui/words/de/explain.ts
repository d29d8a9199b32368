import type { Because } from '../en/explain.ts';
import type { Words } from '../en/index.ts';
import { leafNames } from './rule-leaves.ts';
import { ruleSentence } from './rule-reasons.ts';
import { format as f } from './format.ts';

const built = (b: Because) => (b.found ? `die Build-Revision ${b.found}` : 'seine Build-Revision');

export const explain: Words['explain'] = {
  title: 'Warum',
  open: 'Erklären',
  hint: 'Wählen Sie einen Rechner und ein Update und drücken Sie e.',
  loading: 'Belege werden gelesen',
  none: 'Für dieses Paar gibt es keinen Zustand. Gleichen Sie zuerst ab.',
  for: (machine, update) => `${update} auf ${machine}`,
  sentence: {
    'product-not-matching': (b) =>
      `Nicht erforderlich: ${b.kb} ist für andere Produkte, als auf ${b.machine} laufen.`,
    'level-not-serviced': (b) =>
      `Nicht erforderlich: Kein importiertes Dokument nennt den Betriebssystemstand von ${b.machine}. Er wird nicht gewartet und gilt nie als konform.`,
    'hotpatch-track': (b) =>
      `Nicht erforderlich: ${b.machine} ist auf der Hotpatch-Spur; der Hotpatch des Monats tritt bis zum nächsten Basisstand an die Stelle von ${b.kb}.`,
    'not-enrolled-in-hotpatch': (b) =>
      `Nicht erforderlich: ${b.kb} ist ein Hotpatch, und ${b.machine} ist nicht auf der Hotpatch-Spur.`,
    'contained-in-rollup': (b) =>
      `Nicht erforderlich: ${b.by || 'ein installiertes Rollup'} enthält ${b.kb}.`,
    'product-declared-absent': (b) =>
      `Nicht erforderlich: Der Standort hat angegeben, dass ${b.subject || 'das Produkt'} auf ${b.machine} nicht da ist.`,
    'build-reached': (b) =>
      `Installiert: ${b.machine} hat ${built(b)}${b.wanted ? `, und ${b.kb} bringt ${b.wanted}` : ''}.`,
    'kb-listed': (b) => `Installiert: ${b.kb} steht in der KB-Liste von ${b.machine}.`,
    'superseding-kb-listed': (b) =>
      `Installiert: ${b.by || 'ein neueres Update'} steht in der KB-Liste von ${b.machine} und enthält ${b.kb}.`,
    'build-below': (b) =>
      `Erforderlich: ${b.machine} hat ${built(b)}${b.wanted ? `, ${b.kb} bringt ${b.wanted}` : ''}.`,
    'older-cumulative-listed': (b) =>
      `Erforderlich: Das neueste kumulative Update in der Liste von ${b.machine} ist ${b.by || 'ein älteres'}, das vor ${b.kb} kommt.`,
    'listed-kbs-older': (b) =>
      `Erforderlich: Jede KB in der vollständigen Liste von ${b.machine} ist weit älter als ${b.kb}.`,
    'kb-not-listed': (b) =>
      `Erforderlich: Die vollständige KB-Liste von ${b.machine} enthält weder ${b.kb} noch etwas, das es einschließt.`,
    'os-facts-missing': (b) =>
      `Unbekannt: Keine Inventardatei sagt, welches Betriebssystem auf ${b.machine} läuft.`,
    'build-not-known': (b) =>
      `Unbekannt: Der Build ${b.found || ''} von ${b.machine} steht nicht in der Build-Tabelle dieser Version.`.replace(
        '  ',
        ' ',
      ),
    'ubr-unknown': (b) =>
      `Unbekannt: Die Build-Revision (UBR) von ${b.machine} fehlt, und die KB-Liste entscheidet über ${b.kb} nicht.`,
    'order-open': (b) =>
      `Unbekannt: Es ist offen, ob ${b.by || 'das gelistete Rollup'} vor oder nach ${b.kb} kommt.`,
    'hotfix-list-cut': (b) =>
      `Unbekannt: Die KB-Liste von ${b.machine} ist abgeschnitten; dass ${b.kb} nicht darin steht, beweist nichts.`,
    'hotfix-list-missing': (b) => `Unbekannt: Es gibt keine KB-Liste von ${b.machine}.`,
    'product-presence-unknown': (b) =>
      `Unbekannt: Keine Angabe sagt, ob ${b.subject || 'das Produkt'} auf ${b.machine} da ist.`,
    'declared-version-reached': (b) =>
      `Installiert: Der Standort hat für ${b.machine} eine Version${b.found ? ` (${b.found})` : ''} angegeben, die ${b.kb} enthält.`,
    'declared-version-below': (b) =>
      `Erforderlich: Der Standort hat für ${b.machine} eine Version${b.found ? ` (${b.found})` : ''} angegeben, die unter der liegt, die ${b.kb} bringt.`,
    'product-version-unknown': (b) =>
      `Unbekannt: ${b.subject || 'das Produkt'} ist auf ${b.machine} als vorhanden angegeben, aber nicht in welcher Version.`,
    'component-version-unknown': (b) =>
      `Unbekannt: Die Version von ${b.subject || 'der Komponente'} auf ${b.machine} fehlt.`,
    'channel-table-missing': (b) =>
      `Unbekannt: ${b.kb} geht nach Kanal und Build, und die Dokumente geben die Builds nicht.`,
    'product-name-not-understood': (b) =>
      `Unbekannt: Diese Version versteht den Produktnamen ${b.subject || 'des Updates'} nicht.`,
    ...ruleSentence,
    undecided: (b) => `Unbekannt: Keine Regel entscheidet über ${b.kb} auf ${b.machine}.`,
  },
  numbers: {
    apart: (other, own, limit) =>
      `Die Reihenfolge folgt aus den KB-Nummern: KB${other} liegt ${f.number(Math.abs(other - own))} ${other > own ? 'über' : 'unter'} KB${own}, mehr als ${f.number(limit)}.`,
    byMonth: (other, own, limit) =>
      `Die Reihenfolge folgt aus den KB-Nummern: KB${other} liegt mehr als ${f.number(limit)} über dem Monatsrollup des Monats von KB${own} (${f.number(Math.abs(other - own))} von KB${own} selbst).`,
    emptyList: (own) =>
      `Die Reihenfolge folgt aus den KB-Nummern: Die Liste ist leer, also ist keine KB darin so neu wie KB${own}.`,
    trust:
      'Das ist erschlossen: Microsoft zählt KB-Nummern hoch, und von keinem Produkt sind zwei Updates bekannt, deren Nummern so weit auseinander liegen und die andersherum erschienen.',
  },
  change: {
    title: 'Was das ändern würde',
    possible: (list) => `Möglich bleibt: ${list}.`,
    Required: (kb, wanted) =>
      wanted
        ? `Ein neueres Inventar dieses Rechners, das die Build-Revision ${wanted} oder höher zeigt, oder ${kb} in seiner KB-Liste.`
        : `Ein neueres Inventar dieses Rechners, das ${kb} oder ein Update nennt, das es enthält.`,
    Installed: 'Ein Inventar dieses Rechners, das dies nicht mehr zeigt.',
    NotRequired: 'Ein anderes Produkt, ein anderer Stand oder eine andere Spur auf diesem Rechner.',
  },
  catalogs: 'Regeln aus',
  parts: 'Für jedes Produkt entschieden',
  asked: 'Vor den Produkten gefragt',
  decisive: 'entscheidet',
  steps: 'Schritte der Reihe nach',
  before: (n) => f.count(n, 'Schritt davor traf nicht zu', 'Schritte davor trafen nicht zu'),
  fired: 'gab das Ergebnis',
  notFired: 'traf nicht zu',
  openQuestion: 'ließ sich nicht beantworten',
  kbList: 'KB-Liste des Rechners',
  found: 'gefunden',
  wanted: 'verlangt',
  missing: 'fehlt',
  notFound: 'nichts',
  notThere: 'nicht da',
  emptyList: 'eine leere Liste',
  otherQuestions: (n) => `${n} Fragen, die nicht entschieden`,
  all: 'alle von',
  any: 'eines von',
  not: 'nicht',
  proven: 'bewiesen',
  always: 'immer',
  never: 'nie',
  typed: 'von einer Person eingetragen',
  declared: 'vom Standort angegeben',
  declaredBy: (by, on, until) => `angegeben von ${by} am ${on} bis ${until}`,
  declaredThere: 'als vorhanden angegeben',
  declaredAbsent: 'als nicht vorhanden angegeben',
  source: 'Quelle',
  whole: 'Ganze Entscheidung',
  path: 'Entscheidender Weg',
  leaf: leafNames,
};
