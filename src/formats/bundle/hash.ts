import { createSHA256 } from 'hash-wasm';

/** Lower-case hex SHA-256 of a blob, read as a stream. */
export async function hashBlob(blob: Blob, onBytes?: (bytes: number) => void): Promise<string> {
  const hash = await createSHA256();
  const reader = blob.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    hash.update(part.value);
    onBytes?.(part.value.length);
  }
  return hash.digest('hex');
}

/** Lower-case hex SHA-256 of bytes. */
export async function hashBytes(bytes: Uint8Array): Promise<string> {
  return (await createSHA256()).update(bytes).digest('hex');
}
