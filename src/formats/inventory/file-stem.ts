/**
 * What the files of one machine have in common: the name before `_systeminfo`, `_qfe` or another
 * word for the tool that wrote the file, before a last `_updates`, or before `.facts.json`, else the name without extension. Joins nameless files.
 */
export function fileStem(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).slice(0, 255);
  const facts = /^(.+)\.facts\.json$/i.exec(base);
  if (facts?.[1]) return facts[1];
  const updates = /^(.+?)[ _.-]updates(?:[ _.-]optional)?\.[^.]*$/i.exec(base);
  if (updates?.[1]) return updates[1];
  const marked = /^(.+?)[ _.-](?:systeminfo|sysinfo|qfe|get-?hotfix|hotfix|win32_quickfixengineering)/i.exec(
    base,
  );
  if (marked?.[1]) return marked[1];
  const part = partOfMachine.exec(base);
  if (part?.[1]) return part[1];
  const dot = base.lastIndexOf('.');
  return dot > 0 ? base.slice(0, dot) : base;
}

/** Parts of a machine that are brought as files of their own, each word whole. */
const partOfMachine =
  /^(.+?)[ _.-](?:uninstall|currentversion|hotfix|installer|userdata|products|cbs|packages|dism|get-packages|msinfo(?:32)?|registry|productoptions|cryptography|machineguid|ndp|fusion(?:inventory)?|glpi|ocs)(?![a-z\d])/i;
