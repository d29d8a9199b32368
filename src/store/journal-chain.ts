import { createSHA256 } from 'hash-wasm';
import { canonicalJson } from '../domain/index.ts';
import type { JournalEntry } from '../domain/index.ts';
import type { JournalDraft } from './store.ts';

/** Where a journal ends: number and hash of its last entry. */
export interface JournalHead {
  readonly index: number;
  readonly hash: string;
}

/** The head of an empty journal. */
export const emptyHead: JournalHead = { index: 0, hash: '0'.repeat(64) };

/**
 * Hash-chains journal entries (design, section 5). Everything is synchronous once it is made:
 * inside an IndexedDB transaction nothing may be awaited that is not the transaction's own, so
 * WebCrypto cannot be used there.
 */
export class JournalChain {
  private constructor(private readonly hasher: Awaited<ReturnType<typeof createSHA256>>) {}

  static async create(): Promise<JournalChain> {
    return new JournalChain(await createSHA256());
  }

  /** Entries that follow `head`, in the order of the drafts. */
  extend(head: JournalHead, drafts: readonly JournalDraft[], by: string, at: number): JournalEntry[] {
    const entries: JournalEntry[] = [];
    let last = head;
    for (const draft of drafts) {
      const content = {
        index: last.index + 1,
        at,
        by,
        act: draft.act,
        file: draft.file ?? '',
        fileSha256: draft.fileSha256 ?? '',
        details: draft.details ?? {},
      };
      const entry = { ...content, hash: this.hash(last.hash, content) };
      entries.push(entry);
      last = entry;
    }
    return entries;
  }

  /**
   * Checks entries that follow `head`.
   *
   * @returns index of the first one that is missing, out of order or altered, or null with the new head
   */
  check(
    head: JournalHead,
    entries: readonly JournalEntry[],
  ): { readonly brokenAt: number | null; readonly head: JournalHead } {
    let last = head;
    for (const { hash, ...content } of entries) {
      if (content.index !== last.index + 1 || hash !== this.hash(last.hash, content)) {
        return { brokenAt: last.index + 1, head: last };
      }
      last = { index: content.index, hash };
    }
    return { brokenAt: null, head: last };
  }

  private hash(previous: string, content: Omit<JournalEntry, 'hash'>): string {
    return this.hasher
      .init()
      .update(previous + canonicalJson(content))
      .digest('hex');
  }
}
