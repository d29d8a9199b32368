import { compileVariant } from './scan/compile-variant.ts';
import { kernelVariant } from './scan/kernel-variant.ts';
import { objectsVariant } from './scan/objects-variant.ts';
import { rowsVariant } from './scan/rows-variant.ts';
import { storedVariant } from './scan/stored-variant.ts';
import type { Order, Variant } from './scan/variant.ts';

const variants = {
  compile: compileVariant,
  kernel: kernelVariant,
  objects: objectsVariant,
  rows: (order: Order) => rowsVariant(order, false),
  'guarded-rows': (order: Order) => rowsVariant(order, true),
  stored: storedVariant,
};

export type VariantName = keyof typeof variants;
type Finishing = { [Name in VariantName]: Awaited<ReturnType<(typeof variants)[Name]>> };
/** What each variant says of itself at the end. */
export type Measured = { [Name in VariantName]: Awaited<ReturnType<Finishing[Name]['finish']>> };

export type Request =
  | { readonly call: 'prepare'; readonly variant: VariantName; readonly order: Order }
  | { readonly call: 'round' }
  | { readonly call: 'finish' };

let variant: Variant<unknown> | null = null;

async function answer(request: Request): Promise<unknown> {
  if (request.call === 'prepare') return void (variant = await variants[request.variant](request.order));
  return request.call === 'round' ? void (await variant?.round()) : variant?.finish();
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  answer(data).then(
    (value) => postMessage({ value }),
    (error: unknown) =>
      postMessage({
        error: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error),
      }),
  );
});
