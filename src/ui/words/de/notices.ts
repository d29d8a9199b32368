import type { Words } from '../en/index.ts';
import { format as f } from './format.ts';

export const notices: Words['notices'] = {
  altered: (n) =>
    `${f.count(n, 'gespeicherte Entscheidung weicht', 'gespeicherte Entscheidungen weichen')} vom Journal ab: Etwas anderes als Patchferry hat sie geändert. Entscheiden Sie neu, oder stellen Sie den letzten Export wieder her:`,
  lookAgain: 'Noch einmal ansehen',
  interrupted: (n, first) =>
    `Ein Import wurde unterbrochen (${n === 1 ? first : `${first} und ${f.count(n - 1, 'weitere', 'weitere')}`}). Nichts halb Gelesenes wurde behalten: Bringen Sie die Dateien noch einmal.`,
  understood: 'Weglegen',
  looksOn: 'Ein anderer Tab dieses Browsers schreibt. Dieser hier sieht nur zu.',
  takeOver: 'Hier übernehmen',
  update:
    'Eine neuere Version von Patchferry liegt bereit. Der Wechsel lädt diese Seite neu; Gespeichertes bleibt.',
  updateAfterJob:
    'Eine neuere Version von Patchferry liegt bereit. Wechseln können Sie, wenn der Auftrag beendet ist.',
  changeOver: 'Jetzt wechseln',
  later: 'Später',
};
