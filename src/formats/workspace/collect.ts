import * as v from 'valibot';
import type { JournalEntry } from '../../domain/index.ts';
import { defaultSettings, readingKey } from '../../domain/index.ts';
import { StatesCollector } from './collect-states.ts';
import type { WorkspaceContents, WorkspaceProblem } from './contents.ts';
import { recordSchemas } from './record-schema.ts';
import type { WorkspacePart } from './part-schema.ts';
import type { RecordKind, RecordOf } from './record-schema.ts';

/** Builds workspace contents record by record; what it says of a record is null or what is wrong with it. */
export class Collector {
  private settings = defaultSettings;
  private practice = false;
  private readonly editions = new Map<string, RecordOf<'edition'>>();
  private readonly readings = new Map<string, RecordOf<'reading'>>();
  private readonly ubr = new Map<string, number>();
  private readonly authorizations = new Map<string, RecordOf<'authorization'>>();
  private readonly ignored = new Map<string, RecordOf<'ignored'>>();
  private readonly roots = new Map<string, RecordOf<'root'>>();
  private readonly declarations = new Map<string, RecordOf<'declaration'>>();
  private readonly waiting = new Map<string, RecordOf<'waiting'>>();
  private readonly states = new StatesCollector();
  private part: WorkspacePart | null = null;
  readonly journal: JournalEntry[] = [];

  add(record: unknown): WorkspaceProblem | null {
    if (typeof record !== 'object' || record === null) return 'record-not-understood';
    const [member, ...more] = Object.entries(record);
    if (!member || more.length || !Object.hasOwn(recordSchemas, member[0])) return 'record-not-understood';
    const kind = member[0] as RecordKind;
    const checked = v.safeParse(recordSchemas[kind], member[1]);
    if (!checked.success) return 'record-not-understood';
    if (kind === 'part') this.part = checked.output as WorkspacePart;
    return this.take(kind, checked.output);
  }

  /** The record of a large catalog that came last, once. */
  takePart(): WorkspacePart | null {
    const { part } = this;
    this.part = null;
    return part;
  }

  /** @returns null when records that belong together did not all come */
  finish(): WorkspaceContents | null {
    const states = this.states.finish();
    if (states === undefined) return null;
    return {
      settings: this.settings,
      practice: this.practice,
      editions: [...this.editions.values()],
      readings: [...this.readings.values()],
      ubr: Object.fromEntries(this.ubr),
      authorizations: [...this.authorizations.values()],
      ignored: [...this.ignored.values()],
      trustedRoots: [...this.roots.values()],
      declarations: [...this.declarations.values()],
      waiting: [...this.waiting.values()],
      states,
    };
  }

  private take(kind: RecordKind, value: unknown): WorkspaceProblem | null {
    switch (kind) {
      case 'settings':
        this.settings = value as RecordOf<'settings'>;
        return null;
      case 'practice':
        this.practice = true;
        return null;
      case 'edition':
        return once(this.editions, (value as RecordOf<'edition'>).key, value as RecordOf<'edition'>);
      case 'part':
        // Handed on as it comes: all of them together would not fit in memory.
        return this.editions.has((value as WorkspacePart).edition) ? null : 'record-not-understood';
      case 'reading': {
        const stored = value as RecordOf<'reading'>;
        return once(this.readings, readingKey(stored), stored);
      }
      case 'ubr': {
        const { machine, ubr } = value as RecordOf<'ubr'>;
        return once(this.ubr, machine, ubr);
      }
      case 'authorization': {
        const authorization = value as RecordOf<'authorization'>;
        return once(this.authorizations, authorization.update, authorization);
      }
      case 'ignored': {
        const ignored = value as RecordOf<'ignored'>;
        return once(this.ignored, ignored.sha256, ignored);
      }
      case 'root': {
        const root = value as RecordOf<'root'>;
        return once(this.roots, root.sha256, root);
      }
      case 'declaration': {
        const declaration = value as RecordOf<'declaration'>;
        return once(this.declarations, declaration.id, declaration);
      }
      case 'waiting': {
        const waiting = value as RecordOf<'waiting'>;
        return once(this.waiting, waiting.key, waiting);
      }
      case 'states':
        return this.states.open(value as RecordOf<'states'>);
      case 'block':
        return this.states.addBlock(value as RecordOf<'block'>);
      case 'codes':
        return this.states.addCodes(value as string);
      case 'journal':
        this.journal.push(value as JournalEntry);
        return null;
    }
  }
}

function once<T>(map: Map<string, T>, key: string, value: T): WorkspaceProblem | null {
  if (map.has(key)) return 'record-twice';
  map.set(key, value);
  return null;
}
