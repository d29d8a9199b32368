export { maxRecords, recordsReading } from './records-reading.ts';
export { valueReader } from './value-reader.ts';
