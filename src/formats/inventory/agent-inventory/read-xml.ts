import type { Result } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { hashFile } from '../../hash.ts';
import { readStrictXml } from '../../text/index.ts';
import type { XmlHandler, XmlLimits, XmlSource } from '../../text/index.ts';
import { maxInventoryBytes } from '../limits.ts';
import { agentOutcome } from './agent-outcome.ts';
import { Sections } from './sections.ts';

const agentLimits: XmlLimits = {
  maxFileBytes: maxInventoryBytes,
  maxDepth: 20,
  maxElements: 2_000_000,
  maxAttributes: 16,
  maxTextLength: 1024 * 1024,
};

export function sniffAgentXml({ text }: Head): boolean {
  return /^\s*(?:<\?[^>]*>\s*|<!--[^>]*-->\s*)*<REQUEST[\s>]/.test(text) && text.includes('<CONTENT');
}

/**
 * Reads an inventory of the FusionInventory, GLPI or OCS agent (inventory-sources, section 12): operating
 * system, KB rows and Windows Installer programs as presence (grade C), the marks of the machine, every
 * entry as a record but those of persons.
 *
 * Rejections: those of `readStrictXml`, `root-not-expected`, `not-recognised`, `limit-exceeded`. An
 * inventory of another system than Windows is left aside.
 */
export function readAgentXml(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const readers: AgentXml[] = [];
    const { bytes, sha256 } = await readStrictXml(file, context, agentLimits, (source) => {
      const reader = new AgentXml(file.name, source);
      readers.push(reader);
      return reader;
    });
    // A file that is being written can keep its size (INV13).
    const again = await hashFile(file, context.signal ? { signal: context.signal } : {});
    if (again !== sha256) throw formatError('file-changed-while-read', file.name);
    const source = { file: file.name, bytes, sha256, guessed: false };
    return agentOutcome(readers[0]?.sections.list ?? [], source, 'agent-inventory');
  });
}

/** `REQUEST/CONTENT/<section>/<field>`, some fields with parts of their own. */
class AgentXml implements XmlHandler {
  readonly sections: Sections;
  readonly #file: string;
  readonly #source: XmlSource;
  readonly #open: string[] = [];
  #fields: (readonly [string, string])[] = [];
  #line = 0;
  #hasParts = false;

  constructor(file: string, source: XmlSource) {
    this.#file = file;
    this.#source = source;
    this.sections = new Sections(file);
  }

  open(local: string): void {
    if (this.#open.length === 0 && local !== 'REQUEST') {
      throw formatError('root-not-expected', this.#file, this.#source.place(), { found: local.slice(0, 40) });
    }
    this.#open.push(local.toUpperCase());
    this.#hasParts = false;
    if (this.#open.length === 3) {
      this.#fields = [];
      this.#line = Number(/^line (\d+)/.exec(this.#source.place())?.[1] ?? 0);
    }
  }

  close(text: string): void {
    const path = this.#open.slice(3).join('/');
    const [, content, name = ''] = this.#open;
    const depth = this.#open.length;
    this.#open.pop();
    if (content !== 'CONTENT' || depth < 3) return;
    if (depth === 3) {
      // A section may be a single value: the version of the agent.
      const fields =
        this.#fields.length > 0 || text.trim() === '' ? this.#fields : [['VALUE', text] as const];
      this.sections.add({ name, fields, line: this.#line });
    } else if (!this.#hasParts) this.#fields.push([path, text.trim()]);
    this.#hasParts = depth > 4;
  }
}
