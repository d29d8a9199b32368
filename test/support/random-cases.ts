import type {
  Clause,
  CompiledCatalog,
  Decision,
  Machine,
  PatchState,
  Rule,
  UpdateRules,
} from '../../src/domain/index.ts';
import { randomLeaf } from './random-leaves.ts';
import { randomMachine } from './random-machines.ts';
import { pick, whole } from './seeded.ts';
import type { Random } from './seeded.ts';

export interface RandomCase {
  readonly catalog: CompiledCatalog;
  readonly fleet: readonly Machine[];
}

const settled: readonly PatchState[] = ['Required', 'Installed', 'NotRequired'];
const always: Rule = { op: 'true' };

function randomRule(random: Random, depth: number): Rule {
  const dice = random();
  if (depth === 0 || dice < 0.45) return { op: 'leaf', leaf: randomLeaf(random) };
  if (dice < 0.5) return { op: random() < 0.5 ? 'true' : 'false' };
  if (dice < 0.65) return { op: random() < 0.7 ? 'not' : 'proven', of: randomRule(random, depth - 1) };
  const of = Array.from({ length: whole(random, 20) === 0 ? 0 : 1 + whole(random, 3) }, () =>
    randomRule(random, depth - 1),
  );
  return { op: random() < 0.5 ? 'and' : 'or', of };
}

function clause(when: Rule, state: PatchState, random: Random): Clause {
  const possible = random() < 0.5 ? settled : settled.slice(0, 2);
  return { when, state, reason: 'undecided', grade: 'listed', possible, source: 'random' };
}

/** Behind the guard: its failing gives Not Required, as compiled catalogs have it in two ways. */
function randomPart(random: Random, guard: Rule): Decision {
  const clauses: Clause[] = [];
  const inFront = random() < 0.5;
  if (inFront) clauses.push(clause({ op: 'not', of: guard }, 'NotRequired', random));
  for (let n = whole(random, 3); n >= 0; n--) {
    const state = random() < 0.1 ? 'Unknown' : pick(random, settled);
    const rule = randomRule(random, 2);
    clauses.push(clause(inFront ? rule : { op: 'and', of: [guard, rule] }, state, random));
  }
  if (random() < 0.9)
    clauses.push(clause(always, random() < 0.8 ? 'NotRequired' : pick(random, settled), random));
  return { subject: 'part', clauses };
}

/** Some updates with few guards between them, and some machines. */
export function randomCase(random: Random): RandomCase {
  const guards = Array.from({ length: 2 }, () => randomRule(random, 1));
  const updates = Array.from({ length: 2 + whole(random, 9) }, (_, i): UpdateRules => {
    const parts = whole(random, 8);
    return {
      update: `u${String(i).padStart(2, '0')}`,
      first: whole(random, 6) === 0 ? clause(randomRule(random, 1), pick(random, settled), random) : null,
      parts: Array.from({ length: parts === 0 ? 0 : parts < 6 ? 1 : 2 }, () =>
        randomPart(random, pick(random, guards)),
      ),
    };
  });
  const fleet = Array.from({ length: 1 + whole(random, 2) }, (_, i) =>
    randomMachine(random, `m${String(i)}`),
  );
  return { catalog: { key: 'random', updates }, fleet };
}
