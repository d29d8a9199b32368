import { ok } from '../domain/index.ts';
import type { Result } from '../domain/index.ts';
import { writeDeclarations } from '../formats/declarations/index.ts';
import { declareProducts, previewDeclaration, revokeDeclaration } from '../tasks/declare.ts';
import type { DeclarePorts } from '../tasks/declare.ts';
import type { DeclarationCalls } from '../tasks/declaration-rows.ts';
import type { Job } from '../tasks/ports.ts';
import type { Session } from '../tasks/session.ts';

/** What the page asks about declarations. */
export function declarationCalls(
  session: Session,
  ports: DeclarePorts,
  job: Job,
  alone: <T>(work: () => Promise<Result<T>>) => Promise<Result<T>>,
): DeclarationCalls {
  return {
    declareProducts: (draft, replaces) => alone(() => declareProducts(session, ports, draft, replaces, job)),
    previewDeclaration: (draft, replaces) =>
      alone(() => previewDeclaration(session, ports, draft, replaces, job)),
    revokeDeclaration: (id) => alone(() => revokeDeclaration(session, ports, id, job)),
    exportDeclarations: async () =>
      ok(new Blob([writeDeclarations(session.data.declarations)], { type: 'application/json' })),
  };
}
