/**
 * Ids of inventory formats of which no file from a real machine was at hand when their reader was made:
 * they are read as documents describe them, and the page says so. Kept beside the formats' own mark
 * (`InventoryFormat.sample`) because pages do not know formats; a test compares the two.
 */
export const formatsWithoutSample: readonly string[] = [
  'agent-inventory-json',
  'dism-packages',
  'mbsa',
  'mif',
  'msinfo32-text',
  'oval',
  'patch-state',
  'sms-report',
];
