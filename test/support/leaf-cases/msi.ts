import { fact } from '../facts-machine.ts';
import { ask } from './case.ts';
import type { LeafCase } from './case.ts';
import { installed, product, features, feature } from './msi-words.ts';

export const msiCases: readonly LeafCase[] = [
  { name: 'a code in another case', rule: installed(), facts: [product('1.0')], expected: 'true' },
  { name: 'not in a complete list', rule: installed(), complete: ['msi'], expected: 'false' },
  { name: 'not in a list that may be cut', rule: installed(), expected: 'unknown' },
  {
    name: 'three parts against four',
    rule: installed({ versionMax: '1.2.3.0' }),
    facts: [product('1.2.3')],
    expected: 'true',
  },
  {
    name: 'VersionMax excluded',
    rule: installed({ versionMax: '1.2.3.0', excludeMax: true }),
    facts: [product('1.2.3')],
    expected: 'false',
  },
  {
    name: '1.10 is above 1.9',
    rule: installed({ versionMin: '1.9' }),
    facts: [product('1.10')],
    expected: 'true',
  },
  {
    name: 'language not recorded',
    rule: installed({ language: 1033 }),
    facts: [product('1.0')],
    expected: 'unknown',
  },
  {
    name: 'language not recorded, version out of bounds',
    rule: installed({ language: 1033, versionMin: '2' }),
    facts: [product('1.0')],
    expected: 'false',
  },
  // Features and components.
  {
    name: 'all features',
    rule: features(['F', 'G'], ['{A-B}']),
    facts: [feature('f', true), feature('G', 'local')],
    expected: 'true',
  },
  {
    name: 'an advertised feature is not installed',
    rule: features(['F'], ['{A-B}']),
    facts: [feature('F', 'advertised')],
    expected: 'false',
  },
  {
    name: 'features of a product that is not there',
    rule: features(['F'], ['{A-B}']),
    complete: ['msi'],
    expected: 'false',
  },
  {
    name: 'any of two products',
    rule: features(['F'], ['{C}', '{A-B}']),
    facts: [feature('F', true)],
    complete: ['msi_features'],
    expected: 'true',
  },
  {
    name: 'all of two products',
    rule: features(['F'], ['{C}', '{A-B}'], true),
    facts: [feature('F', true)],
    complete: ['msi_features'],
    expected: 'false',
  },
  {
    name: 'no feature named',
    rule: features([], ['{A-B}']),
    complete: ['msi_features'],
    expected: 'unknown',
  },
  {
    name: 'a component',
    rule: ask({
      kind: 'msi-component-installed',
      parts: ['{K}'],
      products: ['{A-B}'],
      allParts: false,
      allProducts: false,
    }),
    facts: [fact({ kind: 'msi_component', product: '{A-B}', component: '{K}' }, true)],
    expected: 'true',
  },
];
