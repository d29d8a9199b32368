import type { bundleErrors as english } from '../en/bundle-errors.ts';

const unwritten = 'Freigaben und Dateien sind, wie sie waren; was schon geschrieben wurde, ist kein Bundle.';

const cleaned =
  'Der unfertige Ordner wurde wieder gelöscht. Ist er noch da, liegt UNFINISHED.txt darin, und er besteht keine Prüfung. Andere Bundles auf dem Medium sind unberührt.';
const notAttached =
  'Die Datei wurde nicht angehängt. Freigaben und alle anderen Dateien sind, wie sie waren.';

/** Worte für das, was beim Zusammenstellen und Schreiben eines Bundles misslingen kann. */
export const bundleErrors: typeof english = {
  'update-file-wrong-size': {
    what: (d) =>
      `Der Katalog nennt für die Datei dieses Namens ${d('expected', 'eine andere Zahl von')} Byte; diese hat ${d('found', 'andere')}.`,
    kept: notAttached,
    todo: [
      'Holen Sie die Datei noch einmal: Download oder Kopie brach ab, oder es ist eine andere Revision.',
    ],
  },
  'update-file-wrong-hash': {
    what: (d) =>
      `${d('algorithm', 'Der Hash')} der Datei ist nicht der Wert, den der Katalog nennt: Ihr Inhalt ist ein anderer.`,
    kept: notAttached,
    todo: [
      'Benutzen Sie diese Datei nicht.',
      'Holen Sie sie noch einmal. Ist sie wieder anders, fragen Sie nach ihrer Herkunft: Sie kann ausgetauscht sein.',
    ],
  },
  'bundle-empty': {
    what: (d) => `Zu keinem der ${d('updates', '0')} Updates ist eine Datei angehängt.`,
    kept: unwritten,
    todo: [
      'Hängen Sie die geholten Update-Dateien an.',
      'Oder bestätigen Sie, dass nur die Einkaufsliste geschrieben werden soll.',
    ],
  },
  'bundle-name-refused': {
    what: (d) =>
      `Der Dateiname ist unter Windows oder auf einem Stick nicht sicher (${d('reason', 'reservierter Name')}).`,
    kept: unwritten,
    todo: [
      'Geben Sie der Datei den Namen, den der Katalog ihr gab, und hängen Sie sie erneut an.',
      'Hat niemand diesen Namen gewollt, fragen Sie nach der Herkunft der Datei.',
    ],
  },
  'bundle-names-collide': {
    what: (d) =>
      `Die Datei heißt wie ${d('other', 'eine andere Datei')}: ein Stick behielte nur eine von beiden.`,
    kept: unwritten,
    todo: ['Nehmen Sie eine der beiden weg, und schreiben Sie das Bundle erneut.'],
  },
  'bundle-too-large-for-zip': {
    what: (d) =>
      `Die Dateien haben zusammen ${d('bytes', 'zu viele')} Byte; ein ZIP fasst ${d('limit', '4 GiB')}.`,
    kept: unwritten,
    todo: [
      'Schreiben Sie das Bundle stattdessen in einen Ordner, wo der Browser es erlaubt.',
      'Oder schreiben Sie mehrere Bundles für je weniger Rechner.',
    ],
  },
  'bundle-folder-not-empty': {
    what: () => 'Der Ordner dieses Bundles ist schon da und nicht leer.',
    kept: 'Der Ordner ist unberührt; nichts wurde geschrieben.',
    todo: ['Liegt UNFINISHED.txt darin, löschen Sie den Ordner.', 'Sonst wählen Sie einen anderen Ort.'],
  },
  'bundle-write-failed': {
    what: (d) =>
      `Das Medium nahm das Bundle ${d('folder', '')} nicht an (${d('reason', 'keine Einzelheiten')}).`,
    kept: cleaned,
    todo: [
      'Prüfen Sie, ob der Stick steckt, nicht schreibgeschützt ist und exFAT oder NTFS hat.',
      'Löschen Sie den unfertigen Ordner, und schreiben Sie das Bundle erneut.',
    ],
  },
  'bundle-medium-full': {
    what: (d) => `Das Medium, auf das das Bundle ${d('folder', '')} soll, ist voll.`,
    kept: cleaned,
    todo: [
      'Löschen Sie den unfertigen Ordner, falls er noch da ist.',
      'Nehmen Sie ein größeres Medium, oder schreiben Sie mehrere Bundles für je weniger Rechner.',
    ],
  },
  'bundle-verify-failed': {
    what: (d) => `Das Medium behielt andere Bytes, als vom Bundle ${d('folder', '')} geschrieben wurden.`,
    kept: cleaned,
    todo: [
      'Benutzen Sie dieses Bundle nicht.',
      'Nehmen Sie einen anderen Stick, und schreiben Sie das Bundle erneut.',
    ],
  },
};
