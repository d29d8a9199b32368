import type { MsrcDocument, Rejection } from '../../src/domain/index.ts';
import { msrcFormat } from '../../src/formats/index.ts';
import { msrcFile } from './msrc-document.ts';
import type { DescribedDocument } from './msrc-document.ts';

/** Reads content that is expected to be a good document. */
export async function readContent(content: BlobPart, name = 'catalog.xml'): Promise<MsrcDocument> {
  const result = await msrcFormat.read(new File([content], name), {});
  if (!result.ok) throw new Error(`rejected: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Reads content that is expected to be refused. */
export async function refusal(content: BlobPart, name = 'catalog.xml'): Promise<Rejection> {
  const result = await msrcFormat.read(new File([content], name), {});
  if (result.ok) throw new Error(`read as ${result.value.id}`);
  return result.error;
}

/** The document a description stands for, by way of its XML. */
export async function readDescribed(described: DescribedDocument, name?: string): Promise<MsrcDocument> {
  const result = await msrcFormat.read(msrcFile(described, name), {});
  if (!result.ok) throw new Error(`rejected: ${JSON.stringify(result.error)}`);
  return result.value;
}
