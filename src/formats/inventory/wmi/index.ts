export { meaningOf } from './meaning.ts';
export { recordValues } from './record-values.ts';
export { marksOf } from './marks.ts';
export { recordsReading } from './records-reading.ts';
