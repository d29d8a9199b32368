/** The practice site: invented catalogs and machines, in an empty workspace only. */
export const practice = {
  use: 'Use the practice site',
  elsewhere:
    'Practice data is loaded into an empty workspace only. To see it, open this address in another browser profile or a private window.',
  title: 'This is the practice site',
  text: 'Its machines and updates are invented. Leaving it removes all of them and every decision about them; the journal keeps that it was here.',
  leave: 'Leave the practice site',
  left: 'Practice site left: nothing of it is here any more.',
  importing:
    'Practice data is loaded. It is removed before these files are imported: invented machines never stand beside real ones.',
  removeAndImport: 'Remove practice data and import',
};
