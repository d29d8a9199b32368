import { format as f } from './format.ts';

/** Notices above every page. */
export const notices = {
  altered: (n: number) =>
    `${f.count(n, 'stored decision differs', 'stored decisions differ')} from the journal: something other than Patchferry changed it. Decide anew, or restore the last export:`,
  lookAgain: 'Look again',
  interrupted: (n: number, first: string) =>
    `An import was interrupted (${n === 1 ? first : `${first} and ${f.number(n - 1)} more`}). Nothing half-read was kept: bring the files again.`,
  understood: 'Put away',
  looksOn: 'Another tab of this browser writes. This one only looks on.',
  takeOver: 'Take over here',
  update: 'A newer version of Patchferry is ready. Changing over reloads this page; stored data stays.',
  updateAfterJob: 'A newer version of Patchferry is ready. You can change over when the job has ended.',
  changeOver: 'Change over now',
  later: 'Later',
};
