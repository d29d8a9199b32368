import { isDeclaredFor } from '../domain/index.ts';
import type { Declaration, DeclarationDraft, Machine, Result } from '../domain/index.ts';
import type { DeclarableProduct } from '../scan/index.ts';
import type { DeclarationPreview } from './declare.ts';
import type { DeclaredModel } from './model.ts';

/** A declaration as pages list it. */
export interface DeclarationRow {
  readonly declaration: Declaration;
  /** Machines it is about now. */
  readonly machines: number;
  /** Declarations that say something else of a product on one of its machines; there neither counts. */
  readonly conflicts: readonly { readonly other: string; readonly machines: number }[];
  /** Listed KBs that show a product it says is absent; on these machines it does not count for the product. */
  readonly refuted: readonly { readonly machine: string; readonly product: string; readonly kb: number }[];
}

/** What the page asks of the worker about declarations. */
export interface DeclarationCalls {
  /** Keeps a declaration, in place of `replaces` where that is given. Errors: `declaration-refused`. */
  declareProducts(draft: DeclarationDraft, replaces: string | null): Promise<Result<null>>;
  /** What it would settle; keeps nothing. */
  previewDeclaration(draft: DeclarationDraft, replaces: string | null): Promise<Result<DeclarationPreview>>;
  revokeDeclaration(id: string): Promise<Result<null>>;
  /** All declarations as a file that the command line reads. */
  exportDeclarations(): Promise<Result<Blob>>;
}

export type { DeclarableProduct, DeclarationPreview };

/** In the order in which they were made, the newest first. */
export function declarationRows(
  declarations: readonly Declaration[],
  machines: readonly Machine[],
  { conflicts, refuted }: DeclaredModel,
): readonly DeclarationRow[] {
  return declarations
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
    .map((declaration) => ({
      declaration,
      machines: machines.filter((machine) => isDeclaredFor(declaration.machines, machine)).length,
      conflicts: conflicts.flatMap(({ declaration: one, other, machines: shared }) =>
        one === declaration.id
          ? [{ other, machines: shared }]
          : other === declaration.id
            ? [{ other: one, machines: shared }]
            : [],
      ),
      refuted: refuted
        .filter((each) => each.declaration === declaration.id)
        .map(({ machine, product, kb }) => ({ machine, product, kb })),
    }));
}
