import js from '@eslint/js';
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

/** The house (docs/ARCHITECTURE.md): each floor may import only the floors below it. */
const floors = {
  domain: [],
  formats: ['domain'],
  scan: ['domain'],
  store: ['domain'],
  tasks: ['domain', 'formats', 'scan', 'store'],
  agent: ['domain', 'scan'],
  workers: ['domain', 'formats', 'scan', 'store', 'tasks'],
  cli: ['domain', 'formats', 'scan', 'store', 'tasks'],
  ui: ['domain', 'tasks', 'workers'],
  hosting: [],
};
const rooms = Object.keys(floors);

/** Why an import from `room` of `other` is refused, and what to do. */
const refusal = (room, other) =>
  `src/${room} may not import src/${other}: dependencies only go downward (docs/ARCHITECTURE.md). Pass it in as an argument, or move the code to the floor it belongs to.`;

const mainRefusal = 'main.ts composes everything; nothing imports it (docs/ARCHITECTURE.md).';

const layerRules = rooms.map((room) => {
  const above = rooms.filter((other) => other !== room && !floors[room].includes(other));
  return {
    files: [`src/${room}/**/*.{ts,js,svelte}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...above.map((other) => ({
              group: [`**/${other}/**`, `../${other}`],
              message: refusal(room, other),
            })),
            { group: ['**/main.ts'], message: mainRefusal },
          ],
        },
      ],
      // import('…') and import types are no import declarations.
      'no-restricted-syntax': [
        'error',
        ...above.flatMap((other) =>
          ['ImportExpression[source.value', 'TSImportType[source.value'].map((kind) => ({
            selector: `${kind}=/^\\.\\.?\\/(.*\\/)?${other}\\//]`,
            message: refusal(room, other),
          })),
        ),
      ],
    },
  };
});

export default ts.config(
  {
    ignores: [
      'dist/',
      'build/',
      'release/',
      'coverage/',
      'node_modules/',
      'assembly/',
      'test/golden/',
      '.cache/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
  },
  {
    rules: {
      'no-undef': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'svelte/no-at-html-tags': 'error',
      // Maps and Sets here are made anew by each derivation and never changed afterwards.
      'svelte/prefer-svelte-reactivity': 'off',
      // svelte-check judges these comments; the linter's own compile sees other warnings.
      'svelte/no-unused-svelte-ignore': 'off',
      'svelte/no-inline-styles': ['error', { allowTransitions: true }],
      'no-console': 'error',
    },
  },
  { files: ['src/cli/**', 'test/**', '*.config.*'], rules: { 'no-console': 'off', 'max-lines': 'off' } },
  ...layerRules,
);
