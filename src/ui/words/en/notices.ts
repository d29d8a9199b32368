/** Notices above every page. */
export const notices = {
  looksOn: 'Another tab of this browser writes. This one only looks on.',
  takeOver: 'Take over here',
  update: 'A newer version of Patchferry is ready. Changing over reloads this page; stored data stays.',
  updateAfterJob: 'A newer version of Patchferry is ready. You can change over when the job has ended.',
  changeOver: 'Change over now',
  later: 'Later',
};
