/** Namespaces of CVRF 1.1 by the prefix this reader calls them (msrc-cvrf, section 1); files may use others. */
export const namespaces: ReadonlyMap<string, string> = new Map([
  ['cvrf', 'http://www.icasi.org/CVRF/schema/cvrf/1.1'],
  ['prod', 'http://www.icasi.org/CVRF/schema/prod/1.1'],
  ['vuln', 'http://www.icasi.org/CVRF/schema/vuln/1.1'],
]);
