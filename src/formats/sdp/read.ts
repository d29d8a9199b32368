import type { Result, SdpDocument } from '../../domain/index.ts';
import { settle } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { hashFile } from '../hash.ts';
import { readStrictXml } from '../text/index.ts';
import { readZip } from '../zip/index.ts';
import { memberReader } from './archive-member.ts';
import { PackageCollector } from './collector.ts';
import { documentOf } from './document.ts';
import { sdpLimits } from './limits.ts';

/**
 * Reads a package (`.sdp`), a catalog XML, or a ZIP of them (sdp, sections 1 and 2). Strict about
 * well-formedness, lenient about the schema: what differs is a warning with its count.
 *
 * Rejections: those of the XML and ZIP readers, `root-not-expected`, `element-missing` (no package has
 * a PackageID), `limit-exceeded` with `rule-depth`, `rule-elements`, `rule-attribute-length`,
 * `packages`, `archive-depth`, `archive-entries`, `archive-entry-bytes`, `archive-total-bytes`,
 * `archive-ratio`; `cancelled` and those of the medium.
 */
export function readSdp(file: FileSource, context: ReadContext): Promise<Result<SdpDocument>> {
  return settle(async () => {
    const collector = new PackageCollector(file.name);
    if (await isZip(file)) {
      await readZip(file, context, (entry) => memberReader(file.name, entry, collector));
      const sha256 = await hashFile(file, context.signal === undefined ? {} : { signal: context.signal });
      return documentOf(file.name, file.size, sha256, collector);
    }
    const { bytes, sha256 } = await readStrictXml(file, context, sdpLimits, (source) =>
      collector.document(source),
    );
    return documentOf(file.name, bytes, sha256, collector);
  });
}

async function isZip(file: FileSource): Promise<boolean> {
  try {
    const [a, b, c] = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    return a === 0x50 && b === 0x4b && (c === 0x03 || c === 0x05);
  } catch {
    // A medium that fails is told by the reader, with its words.
    return false;
  }
}
