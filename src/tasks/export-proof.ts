import { createSHA256 } from 'hash-wasm';
import { ok, updateName } from '../domain/index.ts';
import type { Explanation, Proof, Result } from '../domain/index.ts';
import { writeProofHtml, writeProofJson } from '../formats/proof/index.ts';
import { replay } from '../scan/index.ts';
import type { ProofRequest } from './engine.ts';
import type { Model } from './model.ts';
import { expectingFailures } from './rejections.ts';
import type { Session } from './session.ts';
import { explainState } from './state-rows.ts';

/**
 * The proof of one state as a file, made from the stored states; afterwards the journal has its SHA-256.
 * Null where there is no state (nothing scanned, or the pair is gone). The file is given although its
 * entry could not be stored: a full disk must not hold it back. Throws where the proof's data alone does
 * not come to the state again.
 *
 * @param software name and version of this program
 */
export function exportProof(
  session: Session,
  model: Model,
  request: ProofRequest,
  software: string,
): Promise<Result<Blob | null>> {
  return expectingFailures(async () => {
    const explanation = explainState(session.data, model, request.machine, request.update);
    if (explanation === null) return ok(null);
    const { state } = explanation.row;
    // Whoever checks the file has nothing else: one that does not come to its own state must not leave.
    if (replay(explanation) !== state)
      throw new Error(`the proof of ${request.update} does not give ${state}`);
    const proof = proofOf(session, model, explanation, software);
    const html = request.form === 'html';
    const text = html
      ? await writeProofHtml(proof, request.texts, session.data.settings.marking)
      : writeProofJson(proof);
    const bytes = new TextEncoder().encode(text);
    const hash = await createSHA256();
    const entry = {
      act: 'proof-exported',
      file: request.file,
      fileSha256: hash.update(bytes).digest('hex'),
      details: {
        machine: proof.machine.name,
        update: proof.update.name,
        state,
        bytes: bytes.length,
      },
    } as const;
    const recorded = await session.commit({ journal: [entry] });
    const unrecorded = ['storage-full', 'read-only', 'storage-held'];
    if (!recorded.ok && !unrecorded.includes(recorded.error.code)) return recorded;
    return ok(new Blob([bytes], { type: html ? 'text/html' : 'application/json' }));
  });
}

function proofOf(session: Session, model: Model, explanation: Explanation, software: string): Proof {
  const { settings, practice } = session.data;
  const { machine, update: id } = explanation.row;
  const update = model.updates.find((known) => known.id === id);
  return {
    format: 'patchferry-proof/1',
    software,
    at: new Date(session.clock()).toISOString(),
    site: settings.site,
    operator: settings.operator,
    practice,
    machine: { id: machine, name: explanation.machineName },
    update: {
      id,
      name: update ? updateName(update) : (explanation.kb ?? id),
      title: update?.title ?? '',
      contentHash: update?.contentHash ?? '',
    },
    explanation,
  };
}
