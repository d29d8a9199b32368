import type { Rejection } from '../../domain/index.ts';
import type { BundlePlan, BundleReceipt, BundleRequest } from '../../tasks/engine.ts';
import { bundleFolder } from '../../tasks/bundle-folder.ts';
import { withoutCollisions } from '../../tasks/colliding-files.ts';
import { matchUpdateFiles } from '../../tasks/match-update-files.ts';
import type { App } from './app.ts';
import { fileWord, saveFile, stampOf } from './save-file.ts';
import { Selection } from './selection.svelte.ts';

/** The bundle being put together: machines, grades, plan, files, and the receipt of the last one written. */
export class BundleDraft {
  readonly #app: App;
  everyMachine = $state(true);
  readonly machines = new Selection();
  readonly grades = new Selection();
  files = $state.raw<readonly File[]>([]);
  name = $state('');
  #operator = $state<string | null>(null);
  allowEmpty = $state(false);
  #plan = $state.raw<BundlePlan | null>(null);
  #receipt = $state.raw<BundleReceipt | null>(null);
  #failure = $state.raw<Rejection | null>(null);
  #refused = $state.raw<readonly Rejection[]>([]);
  #asked = 0;
  readonly request = $derived.by(() => ({
    machines: this.everyMachine ? [] : [...this.machines.ids],
    grades: [...this.grades.ids],
  }));
  readonly #matching = $derived.by(() => matchUpdateFiles(this.files, this.#plan?.items ?? []));
  /** Attached files by update id, matched as the writer will match them. */
  readonly matched = $derived.by(() => this.#matching.byUpdate);
  readonly unmatched = $derived.by(() => this.#matching.unmatched);
  /** Folder the bundle will be written under, or null: then its number is the name. */
  readonly folder = $derived.by(() => bundleFolder(this.name));
  readonly ready = $derived.by(
    () =>
      (this.#plan?.items.length ?? 0) > 0 &&
      (this.everyMachine || this.machines.size > 0) &&
      this.operator.trim() !== '' &&
      (this.matched.size > 0 || this.allowEmpty),
  );

  constructor(app: App) {
    this.#app = app;
    this.name = `${fileWord(app.preferences.settings.site, 'bundle')}-${stampOf(app.now())}`;
  }

  /** Name of the person who writes the bundle: the remembered one until another is typed. */
  get operator(): string {
    return this.#operator ?? this.#app.preferences.settings.operator;
  }

  set operator(name: string) {
    this.#operator = name;
  }

  get plan(): BundlePlan | null {
    return this.#plan;
  }

  get receipt(): BundleReceipt | null {
    return this.#receipt;
  }

  /** What is wrong with files that were offered last and not attached. */
  get refused(): readonly Rejection[] {
    return this.#refused;
  }

  /** Attaches files that are sound as far as that can be told; the others are told with their reason. */
  async attach(offered: readonly File[], title: string): Promise<void> {
    const known = new Set(this.files.map(identityOf));
    const added = offered.filter((file) => !known.has(identityOf(file)));
    if (added.length === 0) return;
    const result = await this.#app.jobs.run({
      title,
      act: 'bundle',
      work: (report) => this.#app.engine.checkUpdateFiles(added, this.request, report),
    });
    if (!result.ok) return;
    const sound = added.filter((_file, at) => result.value[at] === null);
    const { taken, refused } = withoutCollisions(this.files, sound, this.#plan?.items ?? []);
    this.#refused = [...result.value.filter((wrong) => wrong !== null), ...refused];
    this.files = taken;
  }

  detach(file: File): void {
    this.files = this.files.filter((other) => other !== file);
    this.#refused = [];
  }

  detachAll(): void {
    this.files = [];
    this.#refused = [];
  }

  get failure(): Rejection | null {
    return this.#failure;
  }

  /** Asks for the plan of the present choice; of two questions the later answer counts. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const plan =
      !this.everyMachine && this.machines.size === 0 ? null : await this.#app.engine.planBundle(this.request);
    if (asked === this.#asked) this.#plan = plan;
  }

  async writeZip(title: string): Promise<void> {
    await this.#rememberOperator();
    const result = await this.#app.jobs.run({
      title,
      act: 'bundle',
      work: (report) => this.#app.engine.writeBundleZip(this.#full(), report),
      summary: ({ receipt }) => ({ text: this.#written(receipt), href: '#/bundle' }),
    });
    if (result.ok) saveFile(result.value.zip, `${result.value.receipt.folder}.zip`);
    this.#settle(result.ok ? { ok: true, value: result.value.receipt } : result);
  }

  /** Into a folder the person picks; resolves without a change when the picker is put away. */
  async writeFolder(title: string): Promise<void> {
    const folder = await pickFolder();
    if (!folder) return;
    await this.#rememberOperator();
    const result = await this.#app.jobs.run({
      title,
      act: 'bundle',
      work: (report) => this.#app.engine.writeBundleFolder(this.#full(), folder, report),
      summary: (receipt) => ({ text: this.#written(receipt), href: '#/bundle' }),
    });
    this.#settle(result);
  }

  /** The manifest takes the name from the settings. */
  async #rememberOperator(): Promise<void> {
    const operator = this.operator.trim();
    if (operator !== this.#app.preferences.settings.operator) await this.#app.preferences.save({ operator });
  }

  #full(): BundleRequest {
    return { ...this.request, name: this.name.trim(), files: this.files, allowEmpty: this.allowEmpty };
  }

  /** What a person calls the bundle; its number stands on the receipt. */
  #written({ folder }: BundleReceipt): string {
    return this.#app.preferences.words.bundle.write.written(folder);
  }

  #settle(result: { ok: true; value: BundleReceipt } | { ok: false; error: Rejection }): void {
    this.#receipt = result.ok ? result.value : null;
    this.#failure = result.ok || result.error.code === 'cancelled' ? null : result.error;
  }
}

function identityOf({ name, size, webkitRelativePath }: File): string {
  return `${webkitRelativePath || name}|${size}`;
}

interface FolderPicker {
  showDirectoryPicker?(options: { mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

/** Whether this browser lets a page write into a folder; hardened sites forbid it. */
export function canPickFolder(): boolean {
  return typeof (window as FolderPicker).showDirectoryPicker === 'function';
}

async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await (window as FolderPicker).showDirectoryPicker?.({ mode: 'readwrite' })) ?? null;
  } catch {
    return null;
  }
}
