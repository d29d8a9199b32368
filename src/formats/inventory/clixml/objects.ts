import { formatError } from '../../format-error.ts';
import { isRefusedName } from '../../text/index.ts';
import type { Attributes, XmlHandler, XmlSource } from '../../text/index.ts';

const clixmlNamespace = 'http://schemas.microsoft.com/powershell/2004/04';

/** One object with properties of its own, wherever it stands. */
export interface ShellObject {
  /** By lower-case name; a typed date (`DT`) wins over the text of the same property. */
  readonly values: ReadonlyMap<
    string,
    { readonly text: string; readonly type: string; readonly line: number }
  >;
}

interface Frame {
  readonly values: Map<string, { text: string; type: string; line: number }>;
}

interface Open {
  readonly element: string;
  readonly name: string | null;
}

/**
 * Objects of an Export-Clixml file (inventory-sources, section 5): `Obj` with adapted properties in
 * `Props` and added ones in `MS`. Back references and nested values stay unread; nothing is ever
 * made into an instance of anything.
 */
export class ClixmlObjects implements XmlHandler {
  readonly objects: ShellObject[] = [];
  readonly #file: string;
  readonly #source: XmlSource;
  readonly #open: Open[] = [];
  readonly #frames: Frame[] = [];

  constructor(file: string, source: XmlSource) {
    this.#file = file;
    this.#source = source;
  }

  open(local: string, namespace: string, attributes: Attributes): void {
    if (this.#open.length === 0 && (local !== 'Objs' || namespace !== clixmlNamespace)) {
      throw formatError('root-not-expected', this.#file, this.#source.place(), { found: local.slice(0, 40) });
    }
    this.#open.push({ element: local, name: attributes.get('N') ?? null });
    if (local === 'Obj') this.#frames.push({ values: new Map() });
  }

  close(text: string): void {
    const closed = this.#open.pop();
    const within = this.#open.at(-1)?.element;
    if (closed?.element === 'Obj') {
      const frame = this.#frames.pop();
      if (frame && frame.values.size > 0) this.objects.push(frame);
    } else if (closed && closed.name !== null && (within === 'Props' || within === 'MS')) {
      this.#keep(closed.element, closed.name, text);
    }
  }

  #keep(type: string, name: string, text: string): void {
    const key = unescape(name).toLowerCase();
    const values = this.#frames.at(-1)?.values;
    if (!values || isRefusedName(key)) return;
    if (values.has(key) && type !== 'DT') return;
    const line = Number(/^line (\d+)/.exec(this.#source.place())?.[1] ?? 0);
    values.set(key, { text: unescape(text), type, line });
  }
}

/** `_x000A_` stands for the character of that code. */
function unescape(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
