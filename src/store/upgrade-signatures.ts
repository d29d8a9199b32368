import type { Table } from 'dexie';
import type { BulkRow } from './database.ts';
import { decodeJson, documentKey, encodeJson } from './records.ts';

/**
 * Version 1 to 2: an MSSecure document said with one word whether its cabinet had a signature, which
 * nobody had checked. What is known of it now is nothing; the word goes.
 */
export async function withoutSignatureWord(bulk: Table<BulkRow, string>): Promise<void> {
  const keys = await bulk.where('key').startsWith(documentKey('mssecure:')).primaryKeys();
  for (const key of keys) {
    const { signature, ...document } = decodeJson<Record<string, unknown>>(key, await bulk.get(key));
    if (typeof signature === 'string') await bulk.put(encodeJson(key, document));
  }
}
