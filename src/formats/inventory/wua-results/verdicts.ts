import type { ReportedState } from '../../../domain/index.ts';
import { kbNumber } from '../hotfix-id.ts';
import { reportedText } from '../reported-reading.ts';
import type { ActResult, FoundUpdate } from './line-schema.ts';

interface Known {
  readonly update: FoundUpdate;
  readonly line: number;
  /** Of the search that named it last. */
  readonly search: number;
  readonly installation?: ActResult;
}

/** 2 succeeded, 3 succeeded with errors (OperationResultCode; inventory-sources, section 9). */
const succeeded: readonly number[] = [2, 3];

/**
 * Verdicts of a run that may search, install and search again. The last search decides: what it lists
 * is missing or installed as it says. What an earlier search listed and the last one does not is
 * installed if its installation succeeded in between, for only the search after it verifies that
 * (sms-records, section 11, trap 4); else nothing is said of it any more.
 */
export class Verdicts {
  readonly #known = new Map<string, Known>();
  #searches = 0;

  search(updates: readonly FoundUpdate[], line: number): void {
    this.#searches += 1;
    for (const update of updates) {
      const { id, revision_number: revision } = update;
      this.#known.set(`${id}/${String(revision)}`, { update, line, search: this.#searches });
    }
  }

  installation(result: ActResult): void {
    for (const [key, known] of this.#known) {
      if (known.update.id === result.id && known.search === this.#searches) {
        this.#known.set(key, { ...known, installation: result });
      }
    }
  }

  /** In the order in which the updates were named first. */
  entries(): readonly ReportedState[] {
    return [...this.#known.values()].flatMap((known) => {
      const { update, installation } = known;
      const isListed = known.search === this.#searches;
      const isVerified = installation !== undefined && succeeded.includes(installation.result_code);
      if (!isListed && !isVerified) return [];
      return [entry(known, isListed ? update.is_installed : true, isListed)];
    });
  }
}

function entry({ update, line, installation }: Known, installed: boolean, isListed: boolean): ReportedState {
  const said = [`IsInstalled=${String(update.is_installed)}`];
  if (installation) said.push(actText(installation));
  if (!isListed) said.push('not listed by the last search');
  const kbs = update.kb.map((written) => kbNumber(written.trim())).filter((kb) => kb !== null);
  return {
    updateId: update.id,
    revision: update.revision_number,
    kbs: [...new Set(kbs)],
    bulletin: null,
    title: reportedText(update.title),
    state: installed ? 'installed' : 'required',
    original: reportedText(said.join('; ')),
    line,
  };
}

function actText({ result_code, hresult, reboot_required }: ActResult): string {
  const code = (hresult >>> 0).toString(16).toUpperCase().padStart(8, '0');
  const failed = hresult === 0 ? '' : ` HResult=0x${code}`;
  return `Installation ResultCode=${String(result_code)}${failed}${reboot_required ? ' RebootRequired' : ''}`;
}
