import type { Words } from '../en/index.ts';

export const practice: Words['practice'] = {
  use: 'Übungsstandort benutzen',
  elsewhere:
    'Übungsdaten kommen nur in einen leeren Arbeitsbereich. Öffnen Sie diese Adresse in einem anderen Browserprofil oder einem privaten Fenster, um sie zu sehen.',
  title: 'Dies ist der Übungsstandort',
  text: 'Seine Rechner und Updates sind erfunden. Beim Verlassen verschwinden sie alle, auch jede Entscheidung über sie; im Journal bleibt, dass er hier war.',
  leave: 'Übungsstandort verlassen',
  left: 'Übungsstandort verlassen: Nichts davon ist mehr hier.',
  importing:
    'Übungsdaten sind geladen. Sie werden entfernt, bevor diese Dateien importiert werden: Erfundene Rechner stehen nie neben echten.',
  removeAndImport: 'Übungsdaten entfernen und importieren',
};
