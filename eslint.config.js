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
      'no-restricted-syntax': ['error', ...importRefusals(room, above)],
    },
  };
});

function importRefusals(room, above) {
  return above.flatMap((other) =>
    ['ImportExpression[source.value', 'TSImportType[source.value'].map((kind) => ({
      selector: `${kind}=/^\\.\\.?\\/(.*\\/)?${other}\\//]`,
      message: refusal(room, other),
    })),
  );
}

/**
 * What the reference evaluator may not use: it is compiled to ECMAScript 3 (src/hosting/old-script.js) and runs
 * under Windows Script Host on machines as old as Windows 2000. swc rewrites syntax, never library calls.
 */
const oldScriptFiles = [
  'src/scan/{evaluate,leaf,policy,why-unknown}.ts',
  'src/scan/leaves/**/*.ts',
  'src/domain/fact-table.ts',
  'src/domain/windows-builds.ts',
];
const oldScript = 'This file also runs in an old script engine (JScript 5.8), which has no';
const notThere = (selector, what, instead) => ({ selector, message: `${oldScript} ${what}: ${instead}.` });
const reserved =
  'abstract|boolean|break|byte|case|catch|char|class|const|continue|debugger|default|delete|do|double|else|enum|export|extends|false|final|finally|float|for|function|goto|if|implements|import|in|instanceof|int|interface|long|native|new|null|package|private|protected|public|return|short|static|super|switch|synchronized|this|throw|throws|transient|true|try|typeof|var|void|volatile|while|with';
const arrayMethods =
  'at|copyWithin|entries|every|fill|filter|find|findIndex|findLast|flat|flatMap|forEach|from|includes|keys|map|of|reduce|reduceRight|some|toSorted|toReversed|values|with';
const textMethods =
  'codePointAt|endsWith|isWellFormed|localeCompare|matchAll|normalize|padEnd|padStart|raw|repeat|replaceAll|startsWith|trim|trimEnd|trimStart';
const oldScriptRules = [
  notThere(
    `CallExpression[callee.property.name=/^(${arrayMethods})$/]`,
    'such array or Object method',
    'write a loop',
  ),
  notThere(
    `CallExpression[callee.property.name=/^(${textMethods})$/]`,
    'such text method',
    'use indexOf, slice, charAt or a regular expression',
  ),
  notThere(
    'CallExpression[callee.object.name=/^(Number|Math)$/][callee.property.name=/^(isInteger|isFinite|isNaN|isSafeInteger|parseInt|parseFloat|trunc|sign|log2|log10|hypot|clz32|imul|fround)$/]',
    'such number function',
    'use isNaN, isFinite, parseInt, Math.floor',
  ),
  notThere(
    'CallExpression[callee.object.name="Object"]',
    'functions of Object',
    'use for … in with hasOwnProperty',
  ),
  notThere(
    'CallExpression[callee.object.name="Date"][callee.property.name!="UTC"]',
    'Date.now or ISO texts',
    'use Date.UTC',
  ),
  notThere(
    'Property[kind=/^(get|set)$/], MethodDefinition[kind=/^(get|set)$/]',
    'getters and setters',
    'write a function',
  ),
  notThere('ObjectExpression > SpreadElement', 'Object.assign', 'name the fields'),
  notThere('ArrayPattern', 'iterators', 'take the entries by index'),
  notThere('ArrayExpression > SpreadElement', 'iterators', 'use concat'),
  notThere('Literal[bigint]', 'BigInt', 'compare digits as text'),
  notThere(
    ':matches(FunctionDeclaration, FunctionExpression, ArrowFunctionExpression)[async=true]',
    'promises',
    'stay synchronous',
  ),
  notThere(':function[generator=true]', 'generators', 'write a loop'),
  notThere(
    `MemberExpression[computed=false][property.name=/^(${reserved})$/]`,
    'reserved words as property names',
    "write object['class']",
  ),
  notThere(
    `ObjectExpression > Property[computed=false][key.name=/^(${reserved})$/]`,
    'reserved words as property names',
    "write ['class']: value",
  ),
  notThere('Literal[regex.flags=/[dsuvy]/]', 'such flags of regular expressions', 'do without'),
  notThere('Literal[regex.pattern=/[(][?](<|P<)/]', 'lookbehind and named groups', 'number the groups'),
];
const oldScriptBlock = {
  files: oldScriptFiles,
  rules: {
    'no-restricted-globals': [
      'error',
      ...[
        'Map',
        'Set',
        'WeakMap',
        'WeakSet',
        'Symbol',
        'Promise',
        'Proxy',
        'Reflect',
        'JSON',
        'BigInt',
        'Intl',
        'TextDecoder',
        'TextEncoder',
        'URL',
        'crypto',
        'console',
        'performance',
        'window',
        'document',
        'self',
        'globalThis',
        'process',
        'Buffer',
        'structuredClone',
        'setTimeout',
        'fetch',
        'Uint8Array',
        'Uint32Array',
        'Float64Array',
        'ArrayBuffer',
        'DataView',
      ].map((name) => ({ name, message: `${oldScript} ${name}; plain objects and arrays do.` })),
    ],
  },
};
/** Both the refused imports of the floor and what the engine lacks: a later block replaces a rule whole. */
const oldScriptBlocks = ['domain', 'scan'].map((room) => ({
  ...oldScriptBlock,
  files: oldScriptFiles.filter((file) => file.startsWith(`src/${room}/`)),
  rules: {
    ...oldScriptBlock.rules,
    'no-restricted-syntax': [
      'error',
      ...importRefusals(
        room,
        rooms.filter((other) => other !== room && !floors[room].includes(other)),
      ),
      ...oldScriptRules,
    ],
  },
}));

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
  ...oldScriptBlocks,
);
