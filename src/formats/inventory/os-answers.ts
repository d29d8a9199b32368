import type { Architecture, Fact, OsFactName, OsFacts } from '../../domain/index.ts';
import type { Answer } from './collected-facts.ts';

/** Native architecture numbers (applicability rules, section 3, Processor). */
const numbers: Readonly<Record<Architecture, number>> = { x86: 0, arm: 5, ia64: 6, x64: 9, arm64: 12 };

/**
 * Operating system facts as recorded ones, for rules that ask them. The role stays with the file's OS
 * facts: a server may be a domain controller or not.
 */
export function osAnswersOf(os: OsFacts): readonly (Answer & { readonly line: number | null })[] {
  const answers: (Answer & { readonly line: number | null })[] = [];
  const add = <T>(name: OsFactName, fact: Fact<T>, value: (known: T) => string | number) => {
    if (fact.state !== 'known') return;
    const { line } = fact.evidence;
    answers.push({ subject: { kind: 'os', name }, state: 'known', value: value(fact.value), line });
  };
  add('version', os.version, (version) => version);
  add('name', os.name, (name) => name);
  add('ubr', os.ubr, (ubr) => ubr);
  add('servicePackMajor', os.servicePack, (pack) => pack);
  add('architecture', os.architecture, (architecture) => numbers[architecture]);
  return answers;
}
