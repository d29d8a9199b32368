export { maxRecords, recordsReading } from './records-reading.ts';
