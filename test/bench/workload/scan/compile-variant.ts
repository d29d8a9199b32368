import { compileProgram } from '../../../../src/scan/program/write-program.ts';
import { syntheticCatalog } from '../catalog.ts';
import { sizesOf } from './variant.ts';
import type { Order } from './variant.ts';

/** Compiling the whole catalog for the kernel. */
export function compileVariant(order: Order) {
  const catalog = syntheticCatalog(sizesOf(order));
  const milliseconds: number[] = [];
  return {
    round() {
      const began = performance.now();
      compileProgram(catalog);
      milliseconds.push(performance.now() - began);
    },
    finish: () => ({ milliseconds }),
  };
}
