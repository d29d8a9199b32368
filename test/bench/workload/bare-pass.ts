/** What cannot be avoided: every inner cabinet unpacked, and saxes over what an import has to read. */
import { SaxesParser } from 'saxes';
import { createCabinetReader, readCabinet } from '../../../src/formats/cab/index.ts';
import type { CabinetVisitor } from '../../../src/formats/cab/index.ts';
import type { FileSource } from '../../../src/formats/index.ts';
import { processorSeconds } from './processor-seconds.ts';

export interface BarePass {
  readonly seconds: number;
  /** Of processor time. */
  readonly processorSeconds: number;
  /** Bytes out of all inner cabinets. */
  readonly unpackedBytes: number;
  /** Bytes that went through the parser. */
  readonly parsedBytes: number;
}

/** Parses a document, or a fragment with a root around it. */
class Parsing {
  readonly #decoder = new TextDecoder();
  readonly #parser = new SaxesParser();

  constructor(private readonly isFragment: boolean) {
    if (isFragment) this.#parser.write('<r>');
  }

  write(bytes: Uint8Array): void {
    this.#parser.write(this.#decoder.decode(bytes, { stream: true }));
  }

  end(): void {
    if (this.isFragment) this.#parser.write('</r>');
    this.#parser.close();
  }
}

/** @param languages folders of `l/` that are parsed */
export async function barePass(file: FileSource, languages: readonly string[]): Promise<BarePass> {
  let [unpackedBytes, parsedBytes] = [0, 0];
  const chosen = languages.map((language) => `l/${language}/`);
  const isParsed = (name: string): boolean =>
    name === 'package.xml' || /^[cx]\//.test(name) || chosen.some((folder) => name.startsWith(folder));
  const inner: CabinetVisitor = {
    open: ({ name }) => {
      const parsing = isParsed(name) ? new Parsing(name !== 'package.xml') : null;
      return {
        write: (bytes) => {
          unpackedBytes += bytes.length;
          if (parsing) parsedBytes += bytes.length;
          parsing?.write(bytes);
        },
        end: () => parsing?.end(),
      };
    },
  };
  const [began, spent] = [performance.now(), processorSeconds()];
  await readCabinet(file, {
    wants: ({ name }) => name.endsWith('.cab'),
    open: ({ name }) => {
      const reader = createCabinetReader(inner, { file: name, lzx: null });
      return { write: (bytes) => reader.push(bytes), end: () => reader.end() };
    },
  });
  const seconds = (performance.now() - began) / 1000;
  return { seconds, processorSeconds: processorSeconds() - spent, unpackedBytes, parsedBytes };
}
