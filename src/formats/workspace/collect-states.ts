import { machinesPerBlock, patchStates, setCode, wordsPerRow } from '../../domain/index.ts';
import type { StateBlock } from '../../domain/index.ts';
import { fromBase64 } from './base64.ts';
import { maxFileBytes } from './contents.ts';
import type { WorkspaceContents, WorkspaceProblem } from './contents.ts';
import type { RecordOf } from './record-schema.ts';

/**
 * Puts the states of a workspace file together: of version 2 from blocks of planes, of version 1 from
 * one byte a pair, update after update.
 */
export class StatesCollector {
  private head: RecordOf<'states'> | null = null;
  private readonly blocks: StateBlock[] = [];
  /** Version 1: codes that came so far. */
  private codesFilled = 0;

  open(head: RecordOf<'states'>): WorkspaceProblem | null {
    if (this.head) return 'record-twice';
    this.head = head;
    if (!('machines' in head)) return null;
    // More codes than the file has bytes cannot come; the limit keeps two long lists from asking for the memory.
    if (head.updates.length * head.machines.length > maxFileBytes) return 'states-incomplete';
    for (let from = 0; from < head.machines.length; from += machinesPerBlock) {
      const machines = head.machines.slice(from, from + machinesPerBlock);
      this.blocks.push({ machines, planes: new Uint32Array(head.updates.length * wordsPerRow) });
    }
    return null;
  }

  addBlock({ machines, planes }: RecordOf<'block'>): WorkspaceProblem | null {
    const bytes = fromBase64(planes);
    const { head } = this;
    if (!head || 'machines' in head || this.blocks.length >= head.blocks) return 'states-incomplete';
    if (!bytes || bytes.length !== head.updates.length * wordsPerRow * 4) return 'states-incomplete';
    this.blocks.push({ machines, planes: new Uint32Array(bytes.buffer) });
    return null;
  }

  addCodes(text: string): WorkspaceProblem | null {
    const { head } = this;
    const codes = fromBase64(text);
    if (!head || !codes || !('machines' in head)) return 'states-incomplete';
    const width = head.machines.length;
    if (this.codesFilled + codes.length > head.updates.length * width) return 'states-incomplete';
    for (const code of codes) {
      if (code >= patchStates.length) return 'record-not-understood';
      const update = Math.floor(this.codesFilled / width);
      const machine = this.codesFilled - update * width;
      const { planes } = this.blocks[Math.floor(machine / machinesPerBlock)] as StateBlock;
      setCode(planes, update, machine % machinesPerBlock, code);
      this.codesFilled += 1;
    }
    return null;
  }

  /** @returns undefined when records that belong together did not all come */
  finish(): WorkspaceContents['states'] | undefined {
    const { head, blocks } = this;
    if (!head) return null;
    const whole =
      'machines' in head
        ? this.codesFilled === head.updates.length * head.machines.length
        : blocks.length === head.blocks;
    const { catalogKey, updates, summary } = head;
    return whole ? { planes: { catalogKey, updates, blocks }, summary } : undefined;
  }
}
