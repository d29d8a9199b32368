import type { Declaration, DeclaredMachines } from '../../domain/index.ts';
import { isoDate } from '../../domain/index.ts';
import { formatName } from './file-schema.ts';
import type { WrittenDeclaration } from './file-schema.ts';

/** Declarations as `patchferry-declarations/1`, oldest first; expired ones too, which still are what was said. */
export function writeDeclarations(declarations: readonly Declaration[]): string {
  const written = declarations.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map(writtenOf);
  return `${JSON.stringify({ format: formatName, declarations: written }, null, 2)}\n`;
}

function writtenOf(declaration: Declaration): WrittenDeclaration {
  const { products, family, says, version, machines, by, at, until, reason } = declaration;
  return {
    ...(family === null ? { products: [...products] } : { family }),
    says,
    ...(version !== null && { version }),
    machines: machinesOf(machines),
    by,
    on: isoDate(at),
    until,
    reason,
  };
}

function machinesOf(machines: DeclaredMachines): WrittenDeclaration['machines'] {
  switch (machines.kind) {
    case 'all':
      return 'all';
    case 'chosen':
      return [...machines.ids];
    case 'filter': {
      const { name, role, os } = machines;
      return { ...(name !== '' && { name }), ...(role !== null && { role }), ...(os !== '' && { os }) };
    }
  }
}
