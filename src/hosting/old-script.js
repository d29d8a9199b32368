/**
 * One script for old script engines (JScript 5.8 of Windows Script Host) out of TypeScript modules: joined by
 * Vite, brought down to ECMAScript 3 by swc. The sources keep to what such an engine has (eslint.config.js,
 * block "old script engine"); only syntax is changed here.
 */
import { transform } from '@swc/core';
import { build } from 'vite';

/**
 * @param {string} entry absolute path of the module whose exports the script offers
 * @param {string} name global object that holds the exports
 * @returns {Promise<string>} the script: ASCII only, ECMAScript 3 syntax
 */
export async function buildOldScript(entry, name) {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry, name, formats: ['iife'] },
      rolldownOptions: { output: { esModule: false, generatedCode: { symbols: false }, comments: false } },
    },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (output === undefined || !('output' in output)) throw new Error(`nothing was built of ${entry}`);
  const { code } = await transform(output.output[0].code, {
    configFile: false,
    swcrc: false,
    isModule: false,
    jsc: {
      target: 'es3',
      parser: { syntax: 'ecmascript' },
      // Lists are arrays here and nothing else: plain loops instead of iterators the engine does not have.
      assumptions: {
        iterableIsArray: true,
        arrayLikeIsIterable: true,
        setClassMethods: true,
        setPublicClassFields: true,
        setComputedProperties: true,
        noClassCalls: true,
        ignoreFunctionLength: true,
        ignoreFunctionName: true,
      },
      output: { charset: 'ascii' },
    },
  });
  return code;
}
