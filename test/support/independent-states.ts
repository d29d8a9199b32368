/** Section 4 of msrc-cvrf for the catalog and machines of independent-msrc.ts; no line of src/ either. */
import { osProduct, type Catalog, type IndependentMachine, type State } from './independent-msrc.ts';

/** Neither build nor rank decides these: packages of their own that carry the month's build (section 2). */
const notCumulative = new Set([5012170]);

const tableBuilds = [
  ...[10240, 10586, 14393, 15063, 16299, 17134, 17763, 18362, 18363, 19041, 19042, 19043, 19044, 19045],
  ...[20348, 22000, 22621, 22631, 25398, 26100, 26200, 28000],
].map((build) => `10.0.${build}`);
const knownBuilds = new Set([...tableBuilds, '6.0.6002', '6.0.6003', '6.1.7601', '6.2.9200', '6.3.9600']);
/** "Vista without SP, Server 2008 SP1, XP": levels that no document names. */
const olderLevel = /^(5\.|6\.0\.600[01]$|6\.1\.7600$)/;

const families = [
  ['19041', '19042', '19043', '19044', '19045'],
  ['18362', '18363'],
  ['22621', '22631'],
  ['26100', '26200'],
];
const familyOf = (build: string) => families.find((family) => family.includes(build))?.[0] ?? build;

export class IndependentStates {
  private readonly byKb = new Map<number, string[]>();
  private readonly byProduct = new Map<string, number[]>();
  private readonly reach = new Map<number, Set<number>>();

  constructor(private readonly catalog: Catalog) {
    for (const { kb, product } of catalog.pairs.values()) {
      this.byKb.set(kb, [...(this.byKb.get(kb) ?? []), product]);
      this.byProduct.set(product, [...(this.byProduct.get(product) ?? []), kb]);
    }
  }

  get kbs(): number[] {
    return [...this.byKb.keys()];
  }

  /** State of one KB on one machine: a KB in the list is Installed, else the first of the order that any pair has. */
  stateOf(kb: number, machine: IndependentMachine): State {
    if (machine.kbs.has(kb)) return 'Installed';
    const states = new Set((this.byKb.get(kb) ?? []).map((product) => this.pairState(kb, product, machine)));
    const order: State[] = ['Required', 'Installed', 'Unknown', 'NotRequired'];
    return order.find((state) => states.has(state)) ?? 'NotRequired';
  }

  private pairState(kb: number, productId: string, machine: IndependentMachine): State {
    const name = this.catalog.names.get(productId) ?? '';
    const os = osProduct(name);
    if (os === 'device') return machine.os === null ? 'Unknown' : 'NotRequired';
    if (os !== null) return this.matches(os, machine) ?? this.osState(kb, productId, machine);
    const on = name.lastIndexOf(' on ');
    const host = on < 0 ? null : osProduct(name.slice(on + 4));
    // Office, SQL Server, … : presence is a fact that nothing here gives; never silently Not Required.
    if (host === null || host === 'device') return 'Unknown';
    const hostState = this.matches(host, machine);
    if (hostState !== null) return hostState;
    // Component: absent gives Not Required; present gives what step 5 says. Both the same: that one.
    const subTypes = this.catalog.pairs.get(`${kb} ${productId}`)?.subTypes;
    if (!subTypes?.has('IE Cumulative') && !subTypes?.has('Security Only')) return 'Unknown';
    // Its own rollups (.NET), and for Internet Explorer those of the system, which contain it.
    const rollupsOf = name.startsWith('Internet Explorer')
      ? [productId, ...this.productsOf(machine)]
      : [productId];
    const covered = rollupsOf.some((id) => this.coveredByRollup(kb, productId, id, machine));
    return covered ? 'NotRequired' : 'Unknown';
  }

  /** Step 0: null where the product is the machine's. */
  private matches(
    os: { builds: readonly string[]; arch: string; role: string },
    machine: IndependentMachine,
  ): State | null {
    if (machine.os === null) return 'Unknown';
    const { version, arch, role } = machine.os;
    if (!knownBuilds.has(version)) return olderLevel.test(version) ? 'NotRequired' : 'Unknown';
    return os.builds.includes(version) && os.arch === arch && os.role === role ? null : 'NotRequired';
  }

  private productsOf(machine: IndependentMachine): string[] {
    return [...this.byProduct.keys()].filter((id) => {
      const os = osProduct(this.catalog.names.get(id) ?? '');
      return os !== null && os !== 'device' && this.matches(os, machine) === null;
    });
  }

  private osState(kb: number, productId: string, machine: IndependentMachine): State {
    const pair = this.catalog.pairs.get(`${kb} ${productId}`);
    const isTen = machine.os?.version.startsWith('10.0.') === true;
    const subTypes = [...(pair?.subTypes ?? [])];
    if (this.isHotpatch(kb, productId)) return 'NotRequired'; // step 1: no list here holds a hotpatch
    const cumulatives = (this.byProduct.get(productId) ?? []).filter((other) =>
      this.isCumulative(other, productId),
    );
    const cumulative = cumulatives.includes(kb);

    // Step 3
    if (
      cumulative &&
      cumulatives.some((l) => machine.kbs.has(l) && this.order(l, kb, productId) === 'higher')
    ) {
      return 'Installed';
    }
    if ([...machine.kbs].some((l) => this.reached(l).has(kb))) return 'Installed';

    // Step 5
    if (
      !isTen &&
      subTypes.includes('Security Only') &&
      this.coveredByRollup(kb, productId, productId, machine)
    ) {
      return 'NotRequired';
    }
    // Step 4
    if (machine.list !== 'complete') return 'Unknown';
    if (isTen) {
      if (!cumulative) return 'Required';
      const lower = cumulatives.some((l) => machine.kbs.has(l) && this.order(l, kb, productId) === 'lower');
      return lower || [...machine.kbs].every((l) => l < kb - 10_000) ? 'Required' : 'Unknown';
    }
    const open = cumulatives.some((l) => machine.kbs.has(l) && this.order(l, kb, productId) === 'open');
    return cumulative && open ? 'Unknown' : 'Required';
  }

  /**
   * A rollup of the same month and product, or one that ranks higher, is in the list. A document that
   * was corrected names the rollups of several months: then the month is that of the nearest number.
   */
  private coveredByRollup(kb: number, productId: string, osId: string, machine: IndependentMachine): boolean {
    const pairOf = (rollup: number) => this.catalog.pairs.get(`${rollup} ${osId}`);
    const documents = this.catalog.pairs.get(`${kb} ${productId}`)?.documents ?? new Set();
    const rollups = (this.byProduct.get(osId) ?? []).filter((r) => pairOf(r)?.subTypes.has('Monthly Rollup'));
    return [...documents].some((document) => {
      const [month] = rollups
        .filter((r) => pairOf(r)?.documents.has(document))
        .sort((a, b) => Math.abs(a - kb) - Math.abs(b - kb));
      if (month === undefined) return false;
      return rollups.some(
        (l) => machine.kbs.has(l) && (l === month || this.order(l, month, osId) === 'higher'),
      );
    });
  }

  private isHotpatch(kb: number, productId: string): boolean {
    const pair = this.catalog.pairs.get(`${kb} ${productId}`);
    const labelled = (p: typeof pair) => [...(p?.subTypes ?? [])].some((text) => /hotpatch/i.test(text));
    if (labelled(pair)) return true;
    return (this.byProduct.get(productId) ?? []).some((other) => {
      const hot = this.catalog.pairs.get(`${other} ${productId}`);
      return labelled(hot) && [...(hot?.builds ?? [])].some((build) => pair?.builds.has(build));
    });
  }

  private isCumulative(kb: number, productId: string): boolean {
    const pair = this.catalog.pairs.get(`${kb} ${productId}`);
    const os = osProduct(this.catalog.names.get(productId) ?? '');
    if (pair === undefined || os === null || os === 'device' || notCumulative.has(kb)) return false;
    if (this.isHotpatch(kb, productId)) return false;
    return os.builds[0]?.startsWith('10.0.') === true || pair.subTypes.has('Monthly Rollup');
  }

  /** Ranking of `a` against `b`, two cumulative updates of one product. */
  private order(a: number, b: number, productId: string): 'higher' | 'lower' | 'open' | 'same' {
    if (a === b) return 'same';
    const [x, y] = [this.revision(a, productId), this.revision(b, productId)];
    if (x !== null && y !== null && x !== y) return x > y ? 'higher' : 'lower';
    if (this.reached(a).has(b)) return 'higher';
    if (this.reached(b).has(a)) return 'lower';
    if (Math.abs(a - b) > 10_000) return a > b ? 'higher' : 'lower';
    return 'open';
  }

  private revision(kb: number, productId: string): number | null {
    const os = osProduct(this.catalog.names.get(productId) ?? '');
    const own = os === null || os === 'device' ? '' : (os.builds.at(-1)?.split('.')[2] ?? '');
    const revisions = [...(this.catalog.pairs.get(`${kb} ${productId}`)?.builds ?? [])]
      .map((build) => build.split('.'))
      .filter((parts) => familyOf(parts[2] ?? '') === familyOf(own))
      .map((parts) => Number(parts[3]));
    return revisions.length === 0 ? null : Math.max(...revisions);
  }

  private reached(from: number): Set<number> {
    const known = this.reach.get(from);
    if (known !== undefined) return known;
    const found = new Set<number>();
    const queue = [from];
    for (let kb = queue.pop(); kb !== undefined; kb = queue.pop()) {
      for (const next of this.catalog.edges.get(kb) ?? []) {
        if (found.has(next)) continue;
        found.add(next);
        queue.push(next);
      }
    }
    this.reach.set(from, found);
    return found;
  }
}
