/** Workers of this program come from this origin, or not at all (as in main.ts; every worker has a policy of its own). */
export function allowOwnWorkers(): void {
  const { trustedTypes } = globalThis as {
    trustedTypes?: { readonly defaultPolicy: unknown; createPolicy(name: string, rules: object): unknown };
  };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy('default', {
    createScriptURL(url: string): string {
      if (new URL(url, location.href).origin === location.origin) return url;
      throw new TypeError(`refused: ${url} is no script of this application`);
    },
  });
}
