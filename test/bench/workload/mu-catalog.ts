/**
 * A Microsoft Update edition with the proportions of the real one (wsusscn2, sections 1 and 4; applicability
 * rules, section 3): of 137,000 revisions 4,200 are categories and detectoids, 14,200 are superseded by 20.6
 * others each, most leaves ask for an MSI product. Depths and widths of prerequisites are ours.
 */
import { RulePool } from '../../../src/domain/index.ts';
import type { MuDocument, MuRevision, Rule } from '../../../src/domain/index.ts';
import { muCategory, muChild, muDetectoid, muDocument, muRevision } from '../../support/mu-revision.ts';
import { pick, seeded, whole } from '../../support/seeded.ts';
import type { Random } from '../../support/seeded.ts';

const share = { evaluated: 4200 / 137_000, parents: 45_000 / 137_000, superseded: 14_200 / 137_000 };

/** @param revisions how many in all; 137,000 is full size */
export function muCatalog(revisions: number, seed = 1): MuDocument {
  const random = seeded(seed);
  const pool = new RulePool();
  const made: MuRevision[] = [];
  const evaluated = Math.round(revisions * share.evaluated);
  const categories = Math.round(evaluated / 10);
  const parents = Math.round(revisions * share.parents);
  let next = 0;
  for (; next < categories; next++) {
    made.push(muCategory({ id: next, in: next < 5 ? [] : [whole(random, Math.min(next, 40))] }));
  }
  for (; next < evaluated; next++) {
    const below = next - categories;
    // Chains get deep: a detectoid stands on one of the last fifty before it, or on the processor.
    const near = categories + Math.max(0, below - 1 - whole(random, 50));
    const needs = below < 6 ? [] : random() < 0.5 ? [categories + whole(random, 6)] : [near];
    made.push(muDetectoid({ id: next, needs, installed: pool.share(registryRule(random, next)) }));
  }
  const detectoid = () => categories + whole(random, evaluated - categories);
  const children = revisions - evaluated - parents;
  const firstParent = evaluated + children;
  for (; next < firstParent; next++) {
    const needs = [detectoid(), Array.from({ length: 1 + whole(random, 4) }, detectoid)];
    made.push(
      muChild({
        id: next,
        needs,
        handler: 'Cbs',
        reboot: 'CanRequestReboot',
        installed: pool.share(msiRule(random, next)),
        installable: pool.share(msiRule(random, whole(random, next))),
      }),
    );
  }
  const perParent = children / parents;
  for (let parent = 0; parent < parents; parent++, next++) {
    const from = evaluated + Math.floor(parent * perParent);
    const to = evaluated + Math.max(Math.floor((parent + 1) * perParent), Math.floor(parent * perParent) + 1);
    const stack = parent > 20 && random() < 0.2 ? [[firstParent + whole(random, 20)]] : [];
    const older =
      parent > 100 && random() < share.superseded * 3 ? replaced(random, parent, firstParent) : [];
    made.push(
      muRevision({
        id: next,
        kb: `KB${String(5_000_000 + parent)}`,
        severity: 'Important',
        title: `2026-07 Cumulative Update ${String(parent)} for our machines (KB${String(5_000_000 + parent)})`,
        in: [whole(random, categories), whole(random, 13)],
        needs: [detectoid(), ...stack],
        children: [Array.from({ length: to - from }, (_, i) => from + i)],
        replaces: older,
      }),
    );
  }
  return muDocument(made);
}

/** Cumulative: a run of the updates before it. */
function replaced(random: Random, parent: number, first: number): readonly number[] {
  const count = 1 + whole(random, 40);
  return Array.from({ length: Math.min(count, parent) }, (_, i) => first + parent - 1 - i);
}

function registryRule(random: Random, n: number): Rule {
  const value = { root: 'machine' as const, view: 'native' as const, key: `SOFTWARE\\Acme\\${String(n % 900)}`, value: 'Level' }; // prettier-ignore
  const dword: Rule = {
    op: 'leaf',
    leaf: { kind: 'reg-dword', path: value, comparison: 'GreaterThanOrEqualTo', data: whole(random, 4) },
  };
  return random() < 0.5 ? dword : { op: 'and', of: [dword, msiLeaf(random, n)] };
}

/** A lookup of one of about 80,000 products; a catalog of 5,127 updates has 18,720 of them. */
function msiLeaf(random: Random, n: number): Rule {
  const product = `{${String((n * 7 + whole(random, 3)) % 80_000).padStart(8, '0')}-0000-0000-0000-000000000000}`;
  const bounds = { versionMin: `16.0.${String(whole(random, 50))}.0`, versionMax: null, excludeMin: false, excludeMax: false, language: null }; // prettier-ignore
  return { op: 'leaf', leaf: { kind: 'msi-product-installed', product, bounds } };
}

function msiRule(random: Random, n: number): Rule {
  const or: Rule = { op: 'or', of: Array.from({ length: 1 + whole(random, 4) }, () => msiLeaf(random, n)) };
  return pick(random, [true, false])
    ? or
    : { op: 'and', of: [or, { op: 'not', of: registryRule(random, n) }] };
}
