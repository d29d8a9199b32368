import type { Words } from '../en/index.ts';
import { format as f } from './format.ts';

export const review: Words['review'] = {
  title: 'Prüfung',
  purpose:
    'Hier wird entschieden, was installiert werden darf: freigeben, ablehnen oder zurückstellen, immer mit Name, Zeit und Begründung.',
  why: 'Auf keinem Rechner ist etwas erforderlich, also gibt es nichts zu entscheiden.',
  whyNoScan: 'Es gibt noch keinen Abgleich: Bringen Sie zuerst einen Katalog und Inventare.',
  add: 'Dateien hinzufügen',
  tabs: {
    waiting: 'Offen',
    authorized: 'Freigegeben',
    deferred: 'Zurückgestellt',
    declined: 'Abgelehnt',
    all: 'Alle',
  },
  nothingWaits: 'Nichts wartet auf eine Entscheidung.',
  nothingHere: 'In dieser Liste steht kein Update.',
  toBundle: 'Zum Bundle',
  lists: 'Entscheidungen',
  aside: (n: number) =>
    `${f.count(n, 'beiseitegelegtes Update', 'beiseitegelegte Updates')} zeigen (ersetzt oder andere Spur)`,
  setAside: (n: number) => `${f.number(n)} beiseitegelegt: ersetzt oder andere Spur`,
  authorize: (n: number) => `${f.count(n, 'Update', 'Updates')} freigeben`,
  decline: 'Ablehnen …',
  defer: 'Zurückstellen …',
  withdraw: 'Entscheidung zurücknehmen',
  declineTitle: (n: number) => `${f.count(n, 'Update', 'Updates')} ablehnen`,
  deferTitle: (n: number) => `${f.count(n, 'Update', 'Updates')} zurückstellen`,
  reason: 'Begründung',
  reasonHint: 'Steht im Journal und in jedem Bericht.',
  reasonNeeded: 'Eine Begründung ist nötig.',
  until: 'Bis',
  untilHint: 'Nach diesem Tag wartet das Update wieder auf Prüfung.',
  untilNeeded: 'Ein Tag in der Zukunft ist nötig.',
  mark: 'Bemerkungen',
  marks: {
    superseded: (kb: string) => `ersetzt durch ${kb}`,
    alternative: 'andere Spur',
    void: 'Inhalt seit der Entscheidung geändert: neu entscheiden',
  },
  decided: (verdict: string, n: number, kb: string) =>
    `${verdict}: ${kb === '' ? f.count(n, 'Update', 'Updates') : kb}`,
  withdrawn: 'Entscheidung zurückgenommen',
  withdrawTitle: (n: number) => `Entscheidung über ${f.count(n, 'Update', 'Updates')} zurücknehmen`,
  selectFirst:
    'Wählen Sie zuerst Updates aus: Kästchen ankreuzen oder mit j und k auf eine Zeile gehen (x wählt sie aus). Dann gibt a frei, d lehnt ab, f stellt zurück.',
  operator: 'Ihr Name',
  operatorHint: 'Steht im Journal und im Manifest. Bleibt in diesem Browser; ändern in den Einstellungen.',
  operatorNeeded: 'Ihr Name ist nötig: Journal und Manifest sagen, wer entschieden hat.',
  absent: {
    title: 'Unbekannt, weil nichts sagt, ob das Produkt da ist',
    text: 'Eine Zeile je Produkt; ein Paar ist ein Update auf einem Rechner. Die Erklärung, dass ein Produkt nicht da ist, klärt alle seine Updates auf einmal.',
    product: 'Produkt',
    machines: 'Rechner',
    states: 'Paare, die es klären würde',
  },
};
