/** Random editions of a Microsoft Update catalog, for the compiler and for the independent reading alike. */
import type { MuRevision, Rule } from '../../src/domain/index.ts';
import { and, leaf, not, or } from '../../src/scan/rules.ts';
import type { Revision, Rule as PlainRule, Truth } from './independent-mu.ts';
import { muId, muRevision } from './mu-revision.ts';
import { pick, whole } from './seeded.ts';
import type { Random } from './seeded.ts';

export const factNames = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

export interface RandomEdition {
  readonly revisions: readonly MuRevision[];
  readonly plain: readonly Revision[];
}

function randomPlainRule(random: Random, depth: number): PlainRule {
  const dice = random();
  if (depth === 0 || dice < 0.5) return pick(random, factNames);
  const inner = () => randomPlainRule(random, depth - 1);
  if (dice < 0.65) return ['not', inner()];
  return [dice < 0.83 ? 'and' : 'or', inner(), inner()];
}

/** The same rule over registry values of these names. */
function compiledRule(rule: PlainRule): Rule {
  if (typeof rule === 'string') {
    return leaf({
      kind: 'reg-value-exists',
      path: { root: 'machine', view: 'native', key: 'SOFTWARE\\Acme', value: rule },
      type: null,
    });
  }
  const [operator, ...operands] = rule;
  const made = operands.map(compiledRule);
  return operator === 'and' ? and(...made) : operator === 'or' ? or(...made) : not(made[0] as Rule);
}

export function randomEdition(random: Random): RandomEdition {
  const count = 3 + whole(random, 9);
  const revisions: MuRevision[] = [];
  const plain: Revision[] = [];
  for (let id = 1; id <= count; id++) {
    // Mostly what came before; now and then a later one (cycles) or one that is not there.
    const other = () => (random() < 0.88 ? 1 + whole(random, id) : 1 + whole(random, count + 3));
    const clauses = (most: number, widest: number) =>
      Array.from({ length: whole(random, most + 1) }, () =>
        Array.from({ length: 1 + whole(random, widest) }, other).filter((n) => n !== id || random() < 0.1),
      ).filter((clause) => clause.length > 0);
    const dice = random();
    const role = dice < 0.3 ? 'evaluated' : dice < 0.6 ? 'child' : 'update';
    const needs = random() < 0.4 ? [] : clauses(2, 3);
    const children = role === 'update' && random() < 0.6 ? childClauses(plain, random) : [];
    const section = () => (random() < 0.8 ? randomPlainRule(random, 2) : null);
    const [installed, superseded, installable] = [
      random() < 0.6 ? section() : null,
      random() < 0.2 ? section() : null,
      random() < 0.9 ? section() : null,
    ];
    const readable = random() > 0.06;
    const deployable = role === 'update' && random() > 0.1;
    const numbers = random() < 0.1 ? [100, 200] : [100];
    for (const number of numbers) {
      // The older revision asks nothing: it must not count.
      const own = number < Math.max(...numbers) ? null : installed;
      plain.push({ id: muId(id), number, role, deployable, readable, needs: needs.map(ids), children: children.map(ids), installed: own, superseded, installable });
      revisions.push(
        muRevision({
          id,
          revision: number,
          role,
          type: role === 'evaluated' ? 'Detectoid' : 'Software',
          explicitlyDeployable: deployable,
          fault: readable ? null : 'core-malformed',
          needs,
          ...(children.length === 0 ? {} : { children }),
          ...(own === null ? {} : { installed: compiledRule(own) }),
          ...(superseded === null ? {} : { superseded: compiledRule(superseded) }),
          ...(installable === null ? {} : { installable: compiledRule(installable) }),
        }),
      );
    }
  }
  return { revisions, plain };
} // prettier-ignore

const ids = (clause: readonly number[]) => clause.map(muId);

/** Children are revisions that came before and are not only evaluated; now and then one that is not there. */
function childClauses(before: readonly Revision[], random: Random): readonly (readonly number[])[] {
  const fitting = before.filter(({ role }) => role !== 'evaluated').map(({ id }) => Number(id.slice(-6)));
  return Array.from({ length: 1 + whole(random, 2) }, () =>
    Array.from({ length: 1 + whole(random, 2) }, () =>
      fitting.length === 0 || random() < 0.05 ? 90 : pick(random, fitting),
    ),
  );
}

export function randomFacts(random: Random): ReadonlyMap<string, Truth> {
  return new Map(factNames.map((name) => [name, pick(random, ['T', 'F', 'T', 'F', 'U'] as const)]));
}
