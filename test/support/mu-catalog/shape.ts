/**
 * Proportions of the real offline catalog (wsusscn2, section 1: editions of 2026-06 and 2026-07), and
 * the same at a smaller size.
 */

export interface CatalogRequest {
  /** 1 = as large as the real one: 137,000 revisions in 74 shards. */
  readonly size: number;
  readonly seed?: number;
  /** 2 = the month after edition 1 of the same seed. */
  readonly edition?: 1 | 2;
  /** Of the inner cabinets; the outer one is stored. */
  readonly compression?: 'stored' | 'mszip';
}

export interface CatalogShape {
  readonly seed: number;
  readonly edition: 1 | 2;
  readonly compression: 'stored' | 'mszip';
  readonly families: number;
  readonly products: number;
  readonly detectoids: number;
  /** Chains of cumulative updates, each of which supersedes all before it. */
  readonly chains: number;
  /** Members of a chain in edition 1; a mean of 20 superseding updates each (293,457 over 14,242). */
  readonly chainLength: number;
  /** Top-level updates outside of chains in edition 1. */
  readonly singles: number;
  readonly shards: number;
  /** Fragments with a servicing manifest far larger than the others. */
  readonly hugeFragments: number;
  /** Bytes of each of them. */
  readonly hugeBytes: number;
}

const part = (full: number, size: number, least: number): number => Math.max(least, Math.round(full * size));

/** Bytes of a huge fragment of a full-size catalog (wsusscn2, section 4.1: the largest seen has 46.9 MB). */
const hugeFragmentBytes = 40_000_000;

export function catalogShape(request: CatalogRequest): CatalogShape {
  const { size, seed = 1, edition = 1, compression = 'mszip' } = request;
  const chains = part(356, size, 1);
  const chainLength = 41;
  return {
    seed,
    edition,
    compression,
    families: part(36, size, 3),
    products: part(560, size, 10),
    detectoids: part(3600, size, 16),
    chains,
    chainLength,
    singles: part(45_800, size, 60),
    shards: part(74, size, 2),
    hugeFragments: part(12, size, 1),
    hugeBytes: part(hugeFragmentBytes, size, 300_000),
  };
}
