/** Answers of the engine in memory that are the same whatever it holds. */
import { ok, reject } from '../../src/domain/index.ts';
import type { Engine } from '../../src/tasks/engine.ts';
import { noPreview, someWorkspace } from './fake-defaults.ts';
import { identifiedOf } from './fake-snapshot.ts';

export class FakeAnswers {
  identify = async (files: readonly File[]) => files.map(identifiedOf);

  updateDetail: Engine['updateDetail'] = async () => null;

  recordedFacts = async () => [];

  machineInventory: Engine['machineInventory'] = async () => null;

  readonly declareProducts = async () => ok(null);
  readonly revokeDeclaration = async () => ok(null);
  readonly previewDeclaration = async () => ok(noPreview);
  readonly exportDeclarations = async () => ok(new Blob());

  async checkUpdateFiles(files: readonly File[]) {
    return ok(files.map((file) => (file.size > 0 ? null : reject('file-empty', file.name).error)));
  }

  exportScan = async () => ok(new Blob(['{}']));

  async inspectWorkspace(file: File) {
    const isDamaged = file.name.includes('damaged');
    return isDamaged ? reject('workspace-damaged', file.name, 'line 3') : ok(someWorkspace);
  }
}
