import type { Words } from '../en/index.ts';

export const notices: Words['notices'] = {
  looksOn: 'Ein anderer Tab dieses Browsers schreibt. Dieser hier sieht nur zu.',
  takeOver: 'Hier übernehmen',
  update:
    'Eine neuere Version von Patchferry liegt bereit. Der Wechsel lädt diese Seite neu; Gespeichertes bleibt.',
  updateAfterJob:
    'Eine neuere Version von Patchferry liegt bereit. Wechseln können Sie, wenn der Auftrag beendet ist.',
  changeOver: 'Jetzt wechseln',
  later: 'Später',
};
